import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { runProgram } from '../../testing/program.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { type Migration, type Migrations, openStore } from '../index.ts';

const step = (name: string, ...statements: readonly string[]): Migration => ({
  name,
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});
const numbered = (count: number): Migrations => ({
  log: Array.from({ length: count }, (_, index) =>
    step(`000${index}`, `create table log_${index} (line text) strict`),
  ),
});

test('steps are made once, in their order, and new ones when they come', async (t) => {
  const folder = await temporaryFolder(t);
  const first = step('0001', 'create table log_line (n integer) strict', 'insert into log_line values (1)');
  const second = step('0002', 'insert into log_line select n + 1 from log_line');
  await migrated(folder, { log: [first] });
  await migrated(folder, { log: [first] });
  await migrated(folder, {
    log: [first, second],
    other: [step('0001', 'create table other_thing (n integer)')],
  });
  assert.deepEqual(look(folder, 'select n from log_line order by n'), [1, 2]);
  assert.deepEqual(look(folder, `select module || '/' || name from storage_migrations order by 1`), [
    'log/0001',
    'log/0002',
    'other/0001',
  ]);
});

test('a step that fails half-way leaves nothing, and those before it stay', async (t) => {
  const folder = await temporaryFolder(t);
  const first = step('0001', 'create table log_line (n integer) strict');
  const broken = step('0002', 'create table log_other (n integer)', 'insert into nowhere values (1)');
  await assert.rejects(openStore(folder, { migrations: { log: [first, broken] } }), /nowhere/);
  assert.deepEqual(look(folder, `select name from sqlite_schema where name like 'log%'`), ['log_line']);
  await migrated(folder, { log: [first, step('0002', 'create table log_other (n integer)')] });
  assert.deepEqual(look(folder, 'select name from storage_migrations order by 1'), ['0001', '0002']);
});

test('a step may build a table anew without losing the rows that refer to it', async (t) => {
  const folder = await temporaryFolder(t);
  const first = step(
    '0001',
    'create table barn_horse (id text primary key) strict',
    'create table barn_ride (horse text references barn_horse (id) on delete cascade) strict',
    `insert into barn_horse values ('a')`,
    `insert into barn_ride values ('a')`,
  );
  const second = step(
    '0002',
    'create table barn_new (id text primary key, name text) strict',
    'insert into barn_new select id, id from barn_horse',
    'drop table barn_horse',
    'alter table barn_new rename to barn_horse',
  );
  await migrated(folder, { barn: [first] });
  await migrated(folder, { barn: [first, second] });
  assert.deepEqual(look(folder, 'select horse from barn_ride join barn_horse on id = horse'), ['a']);
  const third = step('0003', `delete from barn_horse`);
  await assert.rejects(
    openStore(folder, { migrations: { barn: [first, second, third] } }),
    /refer to nothing/,
  );
  assert.deepEqual(look(folder, 'select id from barn_horse'), ['a']);
});

test('a database is copied before it is migrated; a new one and one that is up to date are not', async (t) => {
  const folder = await temporaryFolder(t);
  const copies = () => readdir(join(folder, 'backups'));
  await migrated(folder, numbered(1));
  await migrated(folder, numbered(1));
  assert.deepEqual(await copies(), []);
  await migrated(folder, numbered(3));
  assert.deepEqual(await copies(), ['before-log-0001.db']);
  const copy = new DatabaseSync(join(folder, 'backups', 'before-log-0001.db'), { readOnly: true });
  assert.deepEqual(
    copy
      .prepare('select name from storage_migrations')
      .all()
      .map(({ name }) => name),
    ['0000'],
  );
  copy.close();
});

test('the last three copies are kept', async (t) => {
  const folder = await temporaryFolder(t);
  for (let count = 1; count <= 6; count++) await migrated(folder, numbered(count));
  assert.deepEqual(
    await readdir(join(folder, 'backups')),
    [3, 4, 5].map((step) => `before-log-000${step}.db`),
  );
});

test('a migration that is tried again and again leaves one copy', async (t) => {
  const folder = await temporaryFolder(t);
  await migrated(folder, numbered(2));
  const failing = { log: [...numbered(2).log!, step('0002', 'no sql')] };
  for (let time = 0; time < 5; time++)
    await assert.rejects(openStore(folder, { migrations: failing }), /syntax error/);
  assert.deepEqual(await readdir(join(folder, 'backups')), ['before-log-0002.db']);
});

test('killed at any point, migrations go on when started again', async (t) => {
  const folder = await temporaryFolder(t);
  let interrupted = 0;
  for (let kill = 0; kill < 4; kill++) {
    const program = runProgram(t, 'migrate-slowly.fixture.ts', [folder]);
    await program.printed(`making ${kill * 3}`);
    program.process.kill('SIGKILL');
    await program.ended();
    if (!program.lines.includes('done')) interrupted += 1;
  }
  assert.equal(interrupted, 4);
  const last = runProgram(t, 'migrate-slowly.fixture.ts', [folder]);
  await last.ended();
  assert.equal(last.lines.at(-1), 'done');
  const rows = look(folder, 'select n from slow_step order by n');
  assert.deepEqual(
    rows,
    Array.from({ length: 15 }, (_, n) => n),
  );
});

async function migrated(folder: string, migrations: Migrations): Promise<void> {
  await (await openStore(folder, { migrations }))[Symbol.asyncDispose]();
}

function look(folder: string, query: string): readonly unknown[] {
  const database = new DatabaseSync(join(folder, 'piaffe.db'), { readOnly: true });
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => Object.values(row)[0]);
  } finally {
    database.close();
  }
}
