import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { collected, inChunks, sha256Of } from '../../testing/bytes.fixture.ts';
import { rides } from '../../testing/rides.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { watchDisk } from '../disk/disk.ts';
import { layout } from '../folder/layout.ts';
import { openStore, readBlobs, type Store } from '../index.ts';
import { createBlobs } from './blobs.ts';

test('whatever the bytes, their pieces and the range asked for, what comes out is what went in', async (t) => {
  const { blobs, folder } = await opened(t);
  const cases = fc.record({
    bytes: fc.uint8Array({ maxLength: 5000 }).map((some) => Buffer.concat([some, some, some])),
    pieces: fc.integer({ min: 1, max: 4000 }),
    from: fc.nat(16_000),
    length: fc.nat(16_000),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ bytes, pieces, from, length }) => {
      const blob = await blobs.put(inChunks(bytes, pieces));
      assert.deepEqual(blob, { sha256: sha256Of(bytes), bytes: bytes.length });
      for (const reader of [blobs, readBlobs(folder)]) {
        assert.equal(await reader.size(blob.sha256), bytes.length);
        assert.deepEqual(await collected(reader.open(blob.sha256)), bytes);
        assert.deepEqual(
          await collected(reader.open(blob.sha256, { from, to: from + length })),
          bytes.subarray(from, from + length),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test('a large blob comes in order, in pieces, and from where one asks', async (t) => {
  const { blobs } = await opened(t);
  const bytes = Buffer.from(Uint32Array.from({ length: 700_000 }, (_, index) => index).buffer);
  const { sha256 } = await blobs.put(inChunks(bytes));
  const pieces = [];
  for await (const piece of blobs.open(sha256)) pieces.push(piece.length);
  assert.ok(pieces.length > 5);
  const range = { from: 1_234_567, to: 2_345_678 };
  assert.ok(bytes.subarray(range.from, range.to).equals(await collected(blobs.open(sha256, range))));
});

test('the next piece is asked for once the last one is written', async (t) => {
  const { blobs, folder } = await opened(t);
  let asked = 0;
  const written: number[] = [];
  await blobs.put(
    (async function* () {
      for (; asked < 5; asked++) {
        const [name] = await readdir(join(folder, 'incoming'));
        written.push(name === undefined ? -1 : (await stat(join(folder, 'incoming', name))).size);
        yield Buffer.alloc(1000);
      }
    })(),
  );
  assert.deepEqual(written, [0, 1000, 2000, 3000, 4000]);
});

test('bytes that are not those announced are not kept', async (t) => {
  const store = await opened(t);
  const announced = sha256Of(Buffer.from('another ride'));
  const bytes = Buffer.from('a ride');
  await assert.rejects(store.blobs.put(inChunks(bytes), { sha256: announced }), {
    name: 'ChecksumMismatch',
    announced,
    received: sha256Of(bytes),
  });
  await assertEmpty(store);
  assert.equal((await store.blobs.put(inChunks(bytes), { sha256: sha256Of(bytes) })).bytes, 6);
});

test('one byte more than is taken is too much', async (t) => {
  const store = await opened(t);
  const bytes = Buffer.alloc(1001);
  await assert.rejects(store.blobs.put(inChunks(bytes, 300), { maxBytes: 1000 }), {
    name: 'TooLarge',
    maxBytes: 1000,
  });
  await assertEmpty(store);
  assert.equal((await store.blobs.put(inChunks(bytes, 300), { maxBytes: 1001 })).bytes, 1001);
});

test('a stream that fails, ends what is kept of it and says why', async (t) => {
  const store = await opened(t);
  const reason = new Error('the rider went through a tunnel');
  const failing = (async function* () {
    yield Buffer.alloc(1000);
    throw reason;
  })();
  await assert.rejects(store.blobs.put(failing), reason);
  await assertEmpty(store);
});

test('an upload that is aborted leaves nothing, also while nothing comes', async (t) => {
  const store = await opened(t);
  const abort = new AbortController();
  const begun = Promise.withResolvers<void>();
  let told = false;
  const silent: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        begun.resolve();
        return new Promise(() => {});
      },
      return: () => {
        told = true;
        return new Promise(() => {});
      },
    }),
  };
  const put = store.blobs.put(silent, { signal: abort.signal });
  await begun.promise;
  abort.abort(new Error('the rider gave up'));
  await assert.rejects(put, /the rider gave up/);
  assert.ok(told);
  await assertEmpty(store);
  await assert.rejects(store.blobs.put(inChunks(Buffer.from('x')), { signal: abort.signal }), /gave up/);
  await assertEmpty(store);
});

test('the same bytes handed in many times at once are kept once', async (t) => {
  const store = await opened(t);
  const bytes = Buffer.alloc(300_000, 7);
  const all = await Promise.all(Array.from({ length: 20 }, () => store.blobs.put(inChunks(bytes))));
  assert.ok(all.every(({ sha256 }) => sha256 === sha256Of(bytes)));
  assert.equal((await collectedList(store)).length, 1);
  assert.deepEqual(await collected(store.blobs.open(sha256Of(bytes))), bytes);
  assert.deepEqual(await readdir(join(store.folder, 'incoming')), []);
});

test('handing the same bytes in again mends a file that was damaged, and makes its time of keeping now', async (t) => {
  const { blobs, folder } = await opened(t);
  const bytes = Buffer.from('a ride');
  const { sha256 } = await blobs.put(inChunks(bytes));
  const path = join(folder, 'blobs', sha256.slice(0, 2), sha256);
  await writeFile(path, 'a rIde');
  await utimes(path, 0, 0);
  const before = new Date();
  before.setMilliseconds(0);
  await blobs.put(inChunks(bytes));
  assert.deepEqual(await collected(blobs.open(sha256)), bytes);
  for await (const { keptAt } of blobs.list()) assert.ok(keptAt >= before);
});

test('what was handed in again since is not removed as old', async (t) => {
  const { blobs, folder } = await opened(t);
  const bytes = Buffer.from('a ride');
  const { sha256 } = await blobs.put(inChunks(bytes));
  const keptBefore = new Date(Date.now() - 60_000);
  const old = new Date(Date.now() - 120_000);
  // Often enough that the one comes between what the other does.
  for (let time = 0; time < 60; time++) {
    await utimes(join(folder, 'blobs', sha256.slice(0, 2), sha256), old, old);
    const removal = pause(Math.random() * 2).then(() => blobs.remove(sha256, { keptBefore }));
    await Promise.all([removal, blobs.put(inChunks(bytes))]);
    assert.equal(await blobs.size(sha256), 6);
  }
  await blobs.remove(sha256, { keptBefore });
  assert.equal(await blobs.size(sha256), 6);
  await blobs.remove(sha256);
  assert.equal(await blobs.size(sha256), null);
  await blobs.remove(sha256);
  await blobs.remove(sha256, { keptBefore });
});

test('the list holds every blob once with its size, and nothing else', async (t) => {
  const store = await opened(t);
  const all = Array.from({ length: 30 }, (_, size) => Buffer.alloc(size, size));
  for (const bytes of all) await store.blobs.put(inChunks(bytes));
  await writeFile(join(store.folder, 'blobs', 'note.txt'), 'mine');
  await writeFile(join(store.folder, 'blobs', 'zz'), 'mine');
  const listed = (await collectedList(store)).map(({ sha256, bytes }) => ({ sha256, bytes }));
  const expected = all.map((bytes) => ({ sha256: sha256Of(bytes), bytes: bytes.length }));
  assert.deepEqual(
    listed,
    expected.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  );
});

test('a blob that is not there is told by its name', async (t) => {
  const { blobs } = await opened(t);
  const sha256 = 'ab'.repeat(32);
  assert.equal(await blobs.size(sha256), null);
  await assert.rejects(collected(blobs.open(sha256)), { name: 'BlobNotFound', sha256 });
});

test('a name that is no SHA-256 leads nowhere', async (t) => {
  const { blobs, folder } = await opened(t);
  await writeFile(join(folder, 'secret'), 'mine');
  const names = [
    '',
    '..',
    '../secret',
    `..${'/'.repeat(62)}`,
    `../../${'a'.repeat(58)}`,
    'AB'.repeat(32),
    `${'a'.repeat(64)}\n`,
  ];
  for (const name of names) {
    await assert.rejects(blobs.size(name), TypeError);
    await assert.rejects(async () => collected(blobs.open(name)), TypeError);
    await assert.rejects(blobs.remove(name), TypeError);
  }
  assert.deepEqual(await readdir(join(folder)).then((all) => all.includes('secret')), true);
});

test('a range that runs backwards or begins before the beginning is refused', async (t) => {
  const { blobs } = await opened(t);
  const { sha256 } = await blobs.put(inChunks(Buffer.from('a ride')));
  for (const range of [
    { from: 3, to: 2 },
    { from: -1, to: 2 },
    { from: Number.NaN, to: 2 },
  ]) {
    await assert.rejects(async () => collected(blobs.open(sha256, range)), RangeError);
  }
});

test('closing ends what is being received, and takes it away first', async (t) => {
  const { folder } = await opened(t);
  const { blobs, ...closing } = createBlobs(layout(folder), watchDisk(layout(folder)));
  const uploads = Array.from({ length: 10 }, () => {
    const begun = Promise.withResolvers<void>();
    const put = blobs.put(
      (async function* () {
        yield Buffer.from('a beginning');
        begun.resolve();
        await new Promise(() => {});
      })(),
    );
    return { begun: begun.promise, ended: assert.rejects(put, /being closed/) };
  });
  await Promise.all(uploads.map(({ begun }) => begun));
  await closing[Symbol.asyncDispose]();
  assert.deepEqual(readdirSync(join(folder, 'incoming')), []);
  await Promise.all(uploads.map(({ ended }) => ended));
  await assert.rejects(blobs.put(inChunks(Buffer.from('too late'))), /being closed/);
});

async function opened(t: TestContext): Promise<Store> {
  const store = await openStore(await temporaryFolder(t), { migrations: rides });
  t.after(() => store[Symbol.asyncDispose]());
  return store;
}

async function collectedList({ blobs }: Store) {
  const all = [];
  for await (const blob of blobs.list()) all.push(blob);
  return all;
}

async function assertEmpty(store: Store): Promise<void> {
  assert.deepEqual(await readdir(join(store.folder, 'incoming')), []);
  assert.deepEqual(await collectedList(store), []);
}
