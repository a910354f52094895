import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { type RideTables, rides } from '../../testing/rides.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { openStore } from '../index.ts';

test('what a statement gives back are rows, whichever statement it is', async (t) => {
  const { database } = await opened(t);
  const values = ['a', 'b', 'c'].map((id) => ({ id, sha256: 'x' }));
  const added = await database.insertInto('rides_ride').values(values).returning('id').execute();
  assert.deepEqual(
    added.map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  const raw = await sql<{
    id: string;
  }>`update rides_ride set sha256 = 'y' where id <> 'b' returning id`.execute(database);
  assert.deepEqual(
    raw.rows.map(({ id }) => id),
    ['a', 'c'],
  );
  const changed = await database.updateTable('rides_ride').set({ sha256: 'z' }).executeTakeFirst();
  assert.equal(changed.numUpdatedRows, 3n);
  const streamed = [];
  for await (const { id } of database.selectFrom('rides_ride').selectAll().orderBy('id').stream())
    streamed.push(id);
  assert.deepEqual(streamed, ['a', 'b', 'c']);
});

test('a stream that is left early leaves the database free', async (t) => {
  const { database } = await opened(t);
  await database
    .insertInto('rides_ride')
    .values(['a', 'b', 'c'].map((id) => ({ id, sha256: 'x' })))
    .execute();
  for await (const _ of database.selectFrom('rides_ride').selectAll().stream()) break;
  await database.deleteFrom('rides_ride').execute();
  await sql`drop table rides_ride`.execute(database);
});

test('transactions take turns, and one that throws leaves nothing', async (t) => {
  const { database } = await opened(t);
  const add = (id: string) =>
    database.transaction().execute(async (transaction) => {
      await transaction.insertInto('rides_ride').values({ id, sha256: 'x' }).execute();
      await new Promise((resolve) => setImmediate(resolve));
      const { count } = await transaction
        .selectFrom('rides_ride')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      if (count === 2) throw new Error('enough');
    });
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map(add));
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected', 'rejected'],
  );
  assert.deepEqual(await idsOf(database), ['a']);
});

test('whoever goes on after the transaction was lost writes nothing outside of it', async (t) => {
  const { database } = await opened(t);
  const going = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('rides_ride').values({ id: 'a', sha256: 'x' }).execute();
    // SQLite does this by itself when the disk is full.
    await sql`rollback`.execute(transaction);
    await transaction.insertInto('rides_ride').values({ id: 'b', sha256: 'x' }).execute();
  });
  await assert.rejects(going, { name: 'TransactionLost' });
  assert.deepEqual(await idsOf(database), []);
  await database
    .transaction()
    .execute((transaction) =>
      transaction.insertInto('rides_ride').values({ id: 'c', sha256: 'x' }).execute(),
    );
  assert.deepEqual(await idsOf(database), ['c']);
});

test('while another process writes, queries wait and everything else goes on', async (t) => {
  const { database, folder } = await opened(t);
  const other = new DatabaseSync(join(folder, 'piaffe.db'));
  t.after(() => other.close());
  other.exec(`begin immediate; insert into rides_ride values ('theirs', 'x')`);
  let written = false;
  const writing = Promise.all([
    database.insertInto('rides_ride').values({ id: 'ours', sha256: 'x' }).execute(),
    database
      .transaction()
      .execute((transaction) =>
        transaction.insertInto('rides_ride').values({ id: 'ours too', sha256: 'x' }).execute(),
      ),
  ]).then(() => {
    written = true;
  });
  // Each turn of the loop shows that it is not blocked.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(written, false);
  other.exec('commit');
  await writing;
  assert.deepEqual(await idsOf(database), ['ours', 'ours too', 'theirs']);
});

test('nobody else writes between what a transaction reads and what it writes', async (t) => {
  const { database, folder } = await opened(t);
  const other = new DatabaseSync(join(folder, 'piaffe.db'));
  t.after(() => other.close());
  await database.transaction().execute(async (transaction) => {
    assert.deepEqual(await idsOf(transaction), []);
    assert.throws(() => other.exec(`insert into rides_ride values ('theirs', 'x')`), /locked/);
    await transaction.insertInto('rides_ride').values({ id: 'ours', sha256: 'x' }).execute();
  });
  other.exec(`insert into rides_ride values ('theirs', 'x')`);
  assert.deepEqual(await idsOf(database), ['ours', 'theirs']);
});

async function opened(t: TestContext): Promise<{ database: Kysely<RideTables>; folder: string }> {
  const folder = await temporaryFolder(t);
  const store = await openStore(folder, { migrations: rides });
  t.after(() => store[Symbol.asyncDispose]());
  return { database: store.database.as<RideTables>(), folder };
}

async function idsOf(database: Kysely<RideTables>): Promise<readonly string[]> {
  const rows = await database.selectFrom('rides_ride').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
