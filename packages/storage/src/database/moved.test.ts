import assert from 'node:assert/strict';
import { copyFile, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Unavailable } from '@piaffe/kernel';
import { keepRide, keptRides, type RideTables, rides } from '../../testing/rides.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { openStore } from '../index.ts';

const down = (error: unknown) => {
  assert.ok(error instanceof Unavailable, `${error}`);
  assert.deepEqual([error.need, error.cause], ['storage', 'down']);
  assert.match(error.message, /piaffe\.db.* Put it back/s);
  return true;
};

const fates: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  renamed: (path) => rename(path, `${path}.away`),
  removed: (path) => rm(path),
  truncated: (path) => truncate(path, 0),
  replaced: async (path) => {
    await copyFile(path, `${path}.copy`);
    await rename(`${path}.copy`, path);
  },
};

for (const [fate, befall] of Object.entries(fates)) {
  test(`nothing is acknowledged once the database was ${fate} under the server`, async (t) => {
    const folder = await temporaryFolder(t);
    await using store = await openStore(folder, { migrations: rides });
    await keepRide(store, Buffer.from('a ride'));
    await befall(join(folder, 'piaffe.db'));
    await assert.rejects(keepRide(store, Buffer.from('another')), down);
    assert.ok(store.failed.aborted);
    await assert.rejects(keepRide(store, Buffer.from('one more')), down);
    const database = store.database.as<RideTables>();
    const kept = database.transaction().execute(async (step) => {
      await step.insertInto('rides_ride').values({ id: 'late', sha256: 'x' }).execute();
    });
    await assert.rejects(kept, down);
  });

  test(`a transaction is not acknowledged when the database was ${fate} before its end`, async (t) => {
    const folder = await temporaryFolder(t);
    await using store = await openStore(folder, { migrations: rides });
    const kept = store.database
      .as<RideTables>()
      .transaction()
      .execute(async (step) => {
        await step.insertInto('rides_ride').values({ id: 'late', sha256: 'x' }).execute();
        await befall(join(folder, 'piaffe.db'));
      });
    await assert.rejects(kept, down);
    assert.ok(store.failed.aborted);
  });
}

test('what was read before can be read when the database was renamed under the server', async (t) => {
  const folder = await temporaryFolder(t);
  await using store = await openStore(folder, { migrations: rides });
  const sha256 = await keepRide(store, Buffer.from('a ride'));
  await rename(join(folder, 'piaffe.db'), join(folder, 'away.db'));
  await assert.rejects(keepRide(store, Buffer.from('another')), down);
  assert.deepEqual(await keptRides(store), [sha256]);
});
