import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpServer } from '../testing/http-server.fixture.ts';
import { ApiProblem, createClient } from './index.ts';

const event = (id: number) => `id: ${id}\nevent: progress\ndata: ${JSON.stringify({ id: String(id) })}\n\n`;

test('a stream that breaks is taken up again behind the last event, and nothing is told twice', async () => {
  const asked: (string | undefined)[] = [];
  await using server = await httpServer((request, response) => {
    const last = request.headers['last-event-id'] as string | undefined;
    asked.push(last);
    response.setHeader('content-type', 'text/event-stream');
    response.write(`: heartbeat\n\n${event(Number(last ?? 0) + 1)}${event(Number(last ?? 0) + 2)}`);
    setImmediate(() => response.destroy());
  });
  const client = createClient({ baseUrl: `${server.url}/api/v1` });
  const seen: string[] = [];
  for await (const { id } of client.followEvents()) {
    seen.push(id);
    if (seen.length === 4) break;
  }
  assert.deepEqual(seen, ['1', '2', '3', '4']);
  assert.deepEqual(asked, [undefined, '2']);
});

test('a server that is too busy is asked again when it said so', async () => {
  let isFirst = true;
  await using server = await httpServer((_request, response) => {
    if (isFirst) {
      isFirst = false;
      response.writeHead(503, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: 'busy', detail: 'Later.', retryAfter: 1 }));
    } else response.end(event(1));
  });
  const client = createClient({ baseUrl: server.url });
  for await (const { id } of client.followEvents({ session: 's' })) {
    assert.equal(id, '1');
    break;
  }
});

test('what asking again cannot mend is thrown', async () => {
  await using server = await httpServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'application/problem+json' });
    response.end(
      JSON.stringify({ code: 'session-not-found', detail: 'There is no such session.', requestId: 'r1' }),
    );
  });
  const client = createClient({ baseUrl: server.url });
  await assert.rejects(
    async () => {
      for await (const _ of client.followEvents({ session: 's' }));
    },
    (error) => error instanceof ApiProblem && error.code === 'session-not-found' && error.requestId === 'r1',
  );
});

test('a signal ends the stream without an error, also while it waits for a server that is gone', async () => {
  const stop = new AbortController();
  const gone = createClient({ baseUrl: 'http://127.0.0.1:1' });
  setTimeout(() => stop.abort(), 50);
  for await (const _ of gone.followEvents({ signal: stop.signal })) assert.fail('nothing can come');

  await using server = await httpServer((_request, response) => {
    response.write(event(1));
  });
  const silent = new AbortController();
  const seen: string[] = [];
  for await (const { id } of createClient({ baseUrl: server.url }).followEvents({ signal: silent.signal })) {
    seen.push(id);
    setImmediate(() => silent.abort());
  }
  assert.deepEqual(seen, ['1']);
});
