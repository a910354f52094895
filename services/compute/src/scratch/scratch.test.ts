import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBlobs } from '@piaffe/storage';
import { FileTooLarge, Scratch, ScratchFull } from './scratch.ts';

const of = (text: string) => ReadableStream.from([Buffer.from(text)]) as AsyncIterable<Uint8Array>;
const roomy = { maxBytes: 1000 };
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).length;

test('a file lies where a data folder has it, as long as it is held', async () => {
  await using scratch = await Scratch.create(1000);
  const held = await scratch.receive(of('a ride'), roomy);
  const again = await scratch.receive(of('a ride'), roomy);
  assert.equal(again.sha256, held.sha256);
  assert.equal(await readBlobs(scratch.folder).size(held.sha256), 6);
  await held[Symbol.asyncDispose]();
  await held[Symbol.asyncDispose]();
  assert.equal(await readBlobs(scratch.folder).size(held.sha256), 6);
  await again[Symbol.asyncDispose]();
  assert.equal(await readBlobs(scratch.folder).size(held.sha256), null);
  assert.equal(await filesIn(scratch.folder), 0);
});

test('what is kept makes room for what comes, the longest unused first, and what is held stays', async () => {
  await using scratch = await Scratch.create(30);
  const keep = { ...roomy, keep: true };
  const put = async (text: string) => {
    await using held = await scratch.receive(of(text), keep);
    return held.sha256;
  };
  const [first, second, third] = [await put('1234567890'), await put('2345678901'), await put('3456789012')];
  await using used = scratch.hold(first!);
  assert.notEqual(used, null);
  await put('4567890123');
  assert.deepEqual(
    [first, second, third].map((sha256) => scratch.has(sha256!)),
    [true, false, true],
  );
  await put('5678901234');
  await assert.rejects(scratch.receive(of('x'.repeat(21)), roomy), ScratchFull);
  assert.ok(scratch.has(first!));
  // Room that a file took up that was refused is free again.
  await put('6'.repeat(20));
});

test('a file that is too large, not the one announced, or broken off leaves nothing', async () => {
  const scratch = await Scratch.create(1000);
  await assert.rejects(scratch.receive(of('123456'), { maxBytes: 5 }), FileTooLarge);
  const check = () => {
    throw new Error('another one');
  };
  await assert.rejects(scratch.receive(of('123456'), { ...roomy, check }), /another one/);
  const breaks = (async function* () {
    yield Buffer.from('123');
    throw new Error('broken off');
  })();
  await assert.rejects(scratch.receive(breaks, roomy), /broken off/);
  assert.equal(await filesIn(scratch.folder), 0);
  await scratch[Symbol.asyncDispose]();
  assert.ok(!existsSync(join(scratch.folder)));
});
