import assert from 'node:assert/strict';
import { chmod, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { stateOf } from '../testing/folder-state.fixture.ts';
import { runProgram } from '../testing/program.fixture.ts';
import { keepRide, keptRides, type RideTables, rides } from '../testing/rides.fixture.ts';
import { temporaryFolder } from '../testing/temporary-folder.fixture.ts';
import { asOwnerWithoutPowers } from '../testing/without-powers.fixture.ts';
import { checkSqliteVersion } from './database/sqlite-version.ts';
import { type Migrations, newId, openStore, type StorageProblemCode } from './index.ts';

const later: Migrations = {
  ...rides,
  notes: [
    {
      name: '0001-notes',
      up: async (database) => {
        await sql`create table notes_note (id text primary key) strict`.execute(database);
      },
    },
  ],
};

test('what was kept is there when the folder is opened again', async (t) => {
  const folder = join(await temporaryFolder(t), 'made', 'on the way');
  let sha256: string;
  {
    await using store = await openStore(folder, { migrations: rides });
    sha256 = await keepRide(store, Buffer.from('a ride'));
  }
  await using store = await openStore(folder, { migrations: rides });
  assert.deepEqual(await keptRides(store), [sha256]);
  assert.equal(await store.blobs.size(sha256), 6);
});

test('only the owner may look into a folder that was made', async (t) => {
  const folder = join(await temporaryFolder(t), 'data');
  await using _store = await openStore(folder, { migrations: rides });
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
});

test('nobody else may read what is kept, also in a folder that others may look into, whose mode stays', async (t) => {
  const folder = await temporaryFolder(t);
  await chmod(folder, 0o755);
  const before = process.umask(0o022);
  t.after(() => process.umask(before));
  await (await openStore(folder, { migrations: rides }))[Symbol.asyncDispose]();
  // A second start with more to migrate makes a backup.
  await using store = await openStore(folder, { migrations: later });
  await keepRide(store, Buffer.from('a ride'));
  const names = await readdir(folder, { recursive: true });
  assert.ok(names.some((name) => name.startsWith('backups/')));
  for (const name of names) {
    assert.equal((await stat(join(folder, name))).mode & 0o077, 0, name);
  }
  assert.equal((await stat(folder)).mode & 0o777, 0o755);
});

test('every commit is on the disk before it is acknowledged, and foreign keys are kept', async (t) => {
  await using store = await openStore(await temporaryFolder(t), { migrations: rides });
  const setting = async (name: string) => {
    const { rows } = await sql`pragma ${sql.raw(name)}`.execute(store.database.as<unknown>());
    return Object.values(rows[0] as object)[0];
  };
  assert.equal(await setting('journal_mode'), 'wal');
  assert.equal(await setting('synchronous'), 2);
  assert.equal(await setting('foreign_keys'), 1);
  assert.ok((await setting('busy_timeout')) <= 100);
});

test('a folder is one server’s, until that is gone, killed or not', async (t) => {
  const folder = await temporaryFolder(t);
  {
    await using _store = await openStore(folder, { migrations: rides });
    await refused(folder, 'in-use');
  }
  const program = runProgram(t, 'keep-rides.fixture.ts', [folder, '1']);
  await program.ended();
  const other = runProgram(t, 'keep-rides.fixture.ts', [folder]);
  await other.printed('open');
  const error = await refused(folder, 'in-use');
  assert.match(error.message, new RegExp(`in use by another Piaffe, process ${other.process.pid}`));
  other.process.kill('SIGKILL');
  await other.ended();
  await using store = await openStore(folder, { migrations: rides });
  assert.ok((await keptRides(store)).length > 0);
});

test('a folder from a newer version is refused and stays as it is, after a kill too', async (t) => {
  for (const folder of [await folderWithRides(t), await folderOfKilled(t)]) {
    const before = await stateOf(folder);
    await assert.rejects(openStore(folder, { migrations: {} }), {
      name: 'StorageProblem',
      code: 'newer',
      message: /does not know rides\/0001-rides/,
    });
    assert.deepEqual(await stateOf(folder), before);
  }
});

test('a database that is none is refused and stays as it is', async (t) => {
  const folder = await folderWithRides(t);
  await writeFile(join(folder, 'piaffe.db'), 'this was a database once '.repeat(400));
  const before = await stateOf(folder);
  const error = await refused(folder, 'damaged');
  assert.match(error.message, /backup/);
  assert.deepEqual(await stateOf(folder), before);
});

test('after a stop that was none, a page that was torn is noticed before anything is written', async (t) => {
  const folder = await folderWithRides(t, 500);
  await tear(join(folder, 'piaffe.db'));
  await writeFile(join(folder, 'running'), '1\n');
  const before = await stateOf(folder);
  await refused(folder, 'damaged');
  assert.deepEqual(await stateOf(folder), before);
});

test('after a stop that was none, rows that refer to nothing are noticed', async (t) => {
  const folder = await temporaryFolder(t);
  const related: Migrations = {
    rides: [
      {
        name: '0001-related',
        up: async (database) => {
          await sql`create table rides_horse (id text primary key) strict`.execute(database);
          await sql`create table rides_ride (horse text references rides_horse (id)) strict`.execute(
            database,
          );
        },
      },
    ],
  };
  await (await openStore(folder, { migrations: related }))[Symbol.asyncDispose]();
  const raw = new DatabaseSync(join(folder, 'piaffe.db'), { enableForeignKeyConstraints: false });
  raw.exec(`insert into rides_ride values ('nobody')`);
  raw.close();
  await writeFile(join(folder, 'running'), '1\n');
  await assert.rejects(openStore(folder, { migrations: related }), {
    code: 'damaged',
    message: /a row of rides_ride refers to one of rides_horse that is not there/,
  });
});

test('a kill leaves the mark of a server that runs, a proper end takes it away', async (t) => {
  const folder = await folderOfKilled(t);
  assert.ok((await readdir(folder)).includes('running'));
  await (await openStore(folder, { migrations: rides }))[Symbol.asyncDispose]();
  assert.ok(!(await readdir(folder)).includes('running'));
});

test('recordings without their database are not given a new one', async (t) => {
  const folder = await folderWithRides(t);
  await rm(join(folder, 'piaffe.db'));
  const before = await stateOf(folder);
  const error = await refused(folder, 'damaged');
  assert.match(error.message, /there are recordings, but no piaffe\.db/);
  assert.deepEqual(await stateOf(folder), before);
});

test('recordings beside a database that is empty, or that is not theirs, are not given to nobody', async (t) => {
  const nobodys = [
    (path: string) => writeFile(path, ''),
    async (path: string) => {
      await rm(path);
      const other = new DatabaseSync(path);
      other.exec('create table other (x)');
      other.close();
    },
  ];
  for (const replace of nobodys) {
    const folder = await folderWithRides(t);
    await replace(join(folder, 'piaffe.db'));
    const before = await stateOf(folder);
    const error = await refused(folder, 'damaged');
    assert.match(error.message, /there are recordings, but .* your backup/s);
    assert.deepEqual(await stateOf(folder), before);
  }
});

test('a lock that is none is refused, and it is not the database that is said to be damaged', async (t) => {
  const folder = await folderWithRides(t);
  await writeFile(join(folder, 'lock.db'), 'this was a lock once '.repeat(400));
  const error = await refused(folder, 'damaged');
  assert.match(error.message, /lock\.db .* Remove it/);
  assert.doesNotMatch(error.message, /piaffe\.db/);
});

test('a file is not a folder, nor is what lies below it', async (t) => {
  const file = join(await temporaryFolder(t), 'file');
  await writeFile(file, 'mine');
  await refused(file, 'not-a-folder');
  await refused(join(file, 'data'), 'not-a-folder');
  assert.equal(await readFile(file, 'utf8'), 'mine');
});

test('a folder that one may not write to is refused, and says what to do', async (t) => {
  const folder = await folderWithRides(t);
  await chmod(folder, 0o500);
  await asOwnerWithoutPowers(folder, async () => {
    const error = await refused(folder, 'unwritable');
    assert.match(error.message, /may not write to the folder .* Give the user/);
    await refused(join(folder, 'below'), 'unwritable');
  });
});

test('a database that one may only read is refused rather than opened for reading', async (t) => {
  const folder = await folderWithRides(t);
  await chmod(join(folder, 'piaffe.db'), 0o400);
  await asOwnerWithoutPowers(folder, () => refused(folder, 'unwritable'));
});

test('an SQLite that can damage its database is refused', () => {
  for (const version of ['3.7.17', '3.50.4', '3.51.2']) {
    assert.throws(() => checkSqliteVersion(version), { code: 'sqlite-too-old' });
  }
  for (const version of ['3.51.3', '3.53.4', '3.100.0', '4.0.0']) checkSqliteVersion(version);
});

test('uploads that broke off are gone at the next start', async (t) => {
  const folder = await folderWithRides(t);
  await writeFile(join(folder, 'incoming', 'half'), 'half a ride');
  await mkdir(join(folder, 'incoming', 'odd'));
  await using _store = await openStore(folder, { migrations: rides });
  assert.deepEqual(await readdir(join(folder, 'incoming')), []);
});

test('a short command works beside a running server, and leaves it what it needs', async (t) => {
  const folder = await temporaryFolder(t);
  await using server = await openStore(folder, { migrations: rides });
  const upload = Promise.withResolvers<void>();
  const underWay = server.blobs.put(
    (async function* () {
      yield Buffer.from('the first half ');
      await upload.promise;
      yield Buffer.from('and the second');
    })(),
  );
  {
    await using command = await openStore(folder, { migrations: rides, lock: false });
    await command.database
      .as<RideTables>()
      .insertInto('rides_ride')
      .values({ id: 'by the command', sha256: 'x' })
      .execute();
  }
  assert.deepEqual(await keptRides(server), ['x']);
  upload.resolve();
  assert.equal((await underWay).bytes, 29);
  await refused(folder, 'in-use');
});

test('a short command makes no folder and migrates none', async (t) => {
  const folder = join(await temporaryFolder(t), 'data');
  const command = (migrations: Migrations) => openStore(folder, { migrations, lock: false });
  await assert.rejects(command(rides), { name: 'StorageProblem', code: 'outdated' });
  await assert.rejects(stat(folder), { code: 'ENOENT' });
  await (await openStore(folder, { migrations: rides }))[Symbol.asyncDispose]();
  const before = await stateOf(folder);
  await assert.rejects(command(later), { code: 'outdated', message: /Start the server on it once/ });
  await assert.rejects(command({}), { code: 'newer' });
  assert.deepEqual(await stateOf(folder), before);
});

test('closing waits for what is being written', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openStore(folder, { migrations: rides });
  const writing = store.database
    .as<unknown>()
    .transaction()
    .execute(async (transaction) => {
      await pause(30);
      await sql`insert into rides_ride values ('last', 'y')`.execute(transaction);
    });
  await store[Symbol.asyncDispose]();
  await writing;
  await using again = await openStore(folder, { migrations: rides });
  assert.deepEqual(await keptRides(again), ['y']);
});

async function refused(folder: string, code: StorageProblemCode): Promise<Error> {
  const outcome = await openStore(folder, { migrations: rides }).then(
    async (store) => {
      await store[Symbol.asyncDispose]();
      return assert.fail('the folder was opened');
    },
    (error) => error,
  );
  assert.deepEqual({ name: outcome.name, code: outcome.code }, { name: 'StorageProblem', code }, outcome);
  return outcome;
}

async function folderWithRides(t: TestContext, moreRows = 0): Promise<string> {
  const folder = await temporaryFolder(t);
  await using store = await openStore(folder, { migrations: rides });
  const sha256 = await keepRide(store, Buffer.from('a ride'));
  const rows = Array.from({ length: moreRows }, () => ({ id: newId(), sha256 }));
  if (moreRows > 0) await store.database.as<RideTables>().insertInto('rides_ride').values(rows).execute();
  return folder;
}

async function folderOfKilled(t: TestContext): Promise<string> {
  const folder = await temporaryFolder(t);
  const program = runProgram(t, 'keep-rides.fixture.ts', [folder]);
  await program.printed('kept');
  program.process.kill('SIGKILL');
  await program.ended();
  return folder;
}

/** Overwrites the last page, as a write that was cut off would. */
async function tear(path: string): Promise<void> {
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, size - 4096);
  await file.close();
}
