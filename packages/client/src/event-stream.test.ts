import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventStream } from './event-stream.ts';

async function read(pieces: readonly Uint8Array[]) {
  async function* body() {
    yield* pieces;
  }
  const read = [];
  for await (const event of eventStream(body())) read.push(event);
  return read;
}

const text =
  'retry: 1000\n\n: heartbeat\n\nid: 7\nevent: progress\ndata: {"a":\ndata: "ö"}\n\nid: 8\r\ndata:x\r\n\r\n';
const events = [
  { id: '7', type: 'progress', data: '{"a":\n"ö"}' },
  { id: '8', type: 'message', data: 'x' },
];

test('messages are read, heartbeats passed over', async () => {
  assert.deepEqual(await read([new TextEncoder().encode(text)]), events);
});

test('wherever the network cuts the stream, the messages are the same', async () => {
  const whole = new TextEncoder().encode(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: whole.length })), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const pieces = at.slice(1).map((end, index) => whole.subarray(at[index], end));
      assert.deepEqual(await read(pieces), events);
    }),
  );
});

test('a message that was cut off by the end of the stream is not taken for a whole one', async () => {
  assert.deepEqual(await read([new TextEncoder().encode('id: 1\ndata: half')]), []);
});
