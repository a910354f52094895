import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RideTables, rides } from '../testing/rides.fixture.ts';
import { temporaryFolder } from '../testing/temporary-folder.fixture.ts';
import { newId, openStore } from './index.ts';

test('what was written is there when the folder is opened again', async (t) => {
  const folder = await temporaryFolder(t);
  const ride = { id: newId(), sha256: 'a'.repeat(64) };
  {
    await using store = await openStore(folder, { migrations: rides });
    await store.database.as<RideTables>().insertInto('rides_ride').values(ride).execute();
  }
  await using store = await openStore(folder, { migrations: rides });
  const found = await store.database.as<RideTables>().selectFrom('rides_ride').selectAll().execute();
  assert.deepEqual(
    found.map((row) => ({ ...row })),
    [ride],
  );
});

test('a folder that a server has open is refused', async (t) => {
  const folder = await temporaryFolder(t);
  await using _store = await openStore(folder, { migrations: rides });
  await assert.rejects(openStore(folder, { migrations: rides }), { name: 'StorageProblem', code: 'in-use' });
});
