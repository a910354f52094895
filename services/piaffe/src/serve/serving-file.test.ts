import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { leaveWord, serverOf } from './serving-file.ts';

test('the word of a server is there as long as it serves, and for nobody else to read', async (t) => {
  const folder = await scratchFolder();
  const before = process.umask(0o022);
  t.after(() => process.umask(before));
  const serving = { url: 'http://127.0.0.1:1', pid: process.pid };
  {
    await using _word = await leaveWord(folder, serving, new AbortController().signal);
    assert.deepEqual(await serverOf(folder), serving);
    assert.equal((await stat(join(folder, 'serving.json'))).mode & 0o777, 0o600);
  }
  assert.equal(await serverOf(folder), null);
  assert.deepEqual(await readdir(folder), []);
});
