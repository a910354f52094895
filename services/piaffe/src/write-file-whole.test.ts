import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../testing/scratch-folder.fixture.ts';
import { writeFileWhole } from './write-file-whole.ts';

const folder = await scratchFolder();
const never = new AbortController().signal;

test('a file is written from its parts, however large, and replaces the one before', async () => {
  const path = join(folder, 'whole.txt');
  await writeFile(path, 'before');
  const part = 'x'.repeat(100_000);
  await writeFileWhole(path, Array(20).fill(part), never);
  assert.equal((await readFile(path, 'utf8')).length, 2_000_000);
});

test('when writing is broken off the file before is untouched and nothing else is left', async () => {
  const path = join(folder, 'kept.txt');
  await writeFile(path, 'before');
  const reason = new Error('enough');
  const controller = new AbortController();
  function* parts() {
    yield 'one';
    controller.abort(reason);
    yield 'two';
  }
  await assert.rejects(writeFileWhole(path, parts(), controller.signal), reason);
  assert.equal(await readFile(path, 'utf8'), 'before');
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('kept')),
    ['kept.txt'],
  );
});

test('a folder that does not exist is an error of the system, not a crash', async () => {
  await assert.rejects(writeFileWhole(join(folder, 'no', 'x.csv'), ['x'], never), { code: 'ENOENT' });
});
