import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { openStore } from '../open-store.ts';
import { readStoreId } from './store-id.ts';

test('a folder has one id for good, and a copy of it has another', async (t) => {
  const folder = join(await temporaryFolder(t), 'data');
  assert.equal(await readStoreId(folder), null);
  const open = async () => {
    await using _store = await openStore(folder, { migrations: {} });
    return readStoreId(folder);
  };
  const id = await open();
  assert.match(id ?? '', /^[a-z2-7]{26}-\d+$/);
  assert.equal(await open(), id);

  const copy = join(await temporaryFolder(t), 'copy');
  await cp(folder, copy, { recursive: true });
  assert.notEqual(await readStoreId(copy), id);
});
