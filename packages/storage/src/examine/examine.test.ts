import assert from 'node:assert/strict';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { stateOf } from '../../testing/folder-state.fixture.ts';
import { runProgram } from '../../testing/program.fixture.ts';
import { keepRide, type RideTables, rides } from '../../testing/rides.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { type Database, type Examination, examine, type Finding, openStore } from '../index.ts';

const examination: Examination = { migrations: rides, referenced };

test('a folder that is well has nothing but good findings, and nothing of it is changed', async (t) => {
  const { folder } = await folderWithRides(t);
  const before = await stateOf(folder);
  const findings = await examine(folder, examination);
  assert.deepEqual(bad(findings), []);
  assert.deepEqual(
    findings.map(({ code }) => code),
    [
      'sqlite',
      'folder',
      'access',
      'server',
      'space',
      'database',
      'relations',
      'version',
      'blobs',
      'incoming',
    ],
  );
  assert.ok(findings.every(({ what, mend }) => what.endsWith('.') && mend === null));
  assert.deepEqual(await stateOf(folder), before);
});

test('a running server is no finding, and goes on', async (t) => {
  const folder = await temporaryFolder(t);
  const program = runProgram(t, 'keep-rides.fixture.ts', [folder]);
  await program.printed('kept');
  const findings = await examine(folder, examination);
  assert.deepEqual(bad(findings), []);
  assert.match(
    of(findings, 'server').what,
    new RegExp(`A server is running on it, process ${program.process.pid}`),
  );
  const before = program.lines.length;
  while (program.lines.length < before + 3) await new Promise((resolve) => setTimeout(resolve, 5));
  program.process.kill('SIGKILL');
  await program.ended();
  const afterwards = await examine(folder, examination);
  assert.equal(of(afterwards, 'server').severity, 'warning');
  assert.match(of(afterwards, 'server').what, /was killed/);
});

test('a blob whose bytes have changed is found, and what it is', async (t) => {
  const { folder, sha256 } = await folderWithRides(t);
  await writeFile(blobIn(folder, sha256), 'a rIde');
  const [finding, ...more] = bad(await examine(folder, examination));
  assert.deepEqual(more, []);
  assert.equal(finding?.code, 'blob-damaged');
  assert.match(finding!.what, new RegExp(`^a ride: its bytes have changed \\(blobs/../${sha256}\\)`));
  assert.match(finding!.mend!, /backup/);
  const unnamed = bad(await examine(folder, { migrations: rides }));
  assert.match(unnamed[0]!.what, /^a blob: its bytes/);
});

test('a blob that is not there is found, and what it is', async (t) => {
  const { folder, sha256 } = await folderWithRides(t);
  await rm(blobIn(folder, sha256));
  const found = bad(await examine(folder, examination));
  assert.deepEqual(codesOf(found), ['blob-missing']);
  assert.match(found[0]!.what, /^a ride: the file is not there/);
});

test('blobs that belong to nothing are found, but not those that have just come', async (t) => {
  const { folder } = await folderWithRides(t);
  {
    await using store = await openStore(folder, { migrations: rides });
    for (const [content, at] of [
      ['old', new Date(Date.now() - 7_200_000)],
      ['new', new Date()],
    ] as const) {
      const { sha256 } = await store.blobs.put(
        (async function* () {
          yield Buffer.from(content);
        })(),
      );
      await utimes(blobIn(folder, sha256), at, at);
    }
  }
  const found = bad(await examine(folder, examination));
  assert.deepEqual(codesOf(found), ['blobs-unused']);
  assert.match(found[0]!.what, /^1 blobs \(3 bytes\)/);
});

test('a database that is torn, or none, is found', async (t) => {
  const { folder } = await folderWithRides(t);
  await writeFile(join(folder, 'piaffe.db'), Buffer.alloc(20_000, 'x'));
  const found = bad(await examine(folder, examination));
  assert.deepEqual(codesOf(found), ['database']);
  assert.match(found[0]!.mend!, /backup/);
  await rm(join(folder, 'piaffe.db'));
  assert.match(bad(await examine(folder, examination))[0]!.what, /recordings in .* but no piaffe\.db/);
});

test('rows that refer to nothing are found', async (t) => {
  const { folder } = await folderWithRides(t);
  const raw = new DatabaseSync(join(folder, 'piaffe.db'), { enableForeignKeyConstraints: false });
  raw.exec(
    `create table rides_note (ride text references rides_ride (id)); insert into rides_note values ('x')`,
  );
  raw.close();
  assert.deepEqual(codesOf(bad(await examine(folder, examination))), ['relations']);
});

test('an older or newer version is found', async (t) => {
  const { folder } = await folderWithRides(t);
  const more = { ...rides, notes: [{ name: '0001', up: async () => {} }] };
  const older = of(await examine(folder, { migrations: more }), 'version');
  assert.equal(older.severity, 'warning');
  const newer = of(await examine(folder, { migrations: {} }), 'version');
  assert.equal(newer.severity, 'problem');
});

test('what is left of an upload is found', async (t) => {
  const { folder } = await folderWithRides(t);
  await writeFile(join(folder, 'incoming', 'half'), 'half');
  const found = bad(await examine(folder, examination));
  assert.deepEqual(codesOf(found), ['incoming']);
  assert.match(found[0]!.what, /1, 4 bytes/);
});

test('a folder that is not there yet, is empty, or is a file is found', async (t) => {
  const folder = await temporaryFolder(t);
  const missing = await examine(join(folder, 'data'), examination);
  await mkdir(join(folder, 'empty'));
  const empty = await examine(join(folder, 'empty'), examination);
  await writeFile(join(folder, 'file'), '');
  const file = await examine(join(folder, 'file'), examination);
  assert.deepEqual(
    [missing, empty, file].map((found) => found.map(({ severity }) => severity)),
    [
      ['ok', 'warning'],
      ['ok', 'warning'],
      ['ok', 'problem'],
    ],
  );
});

test('progress runs from nothing to all, and the signal ends it', async (t) => {
  const { folder } = await folderWithRides(t);
  const shares: number[] = [];
  await examine(folder, { ...examination, onProgress: ({ share }) => shares.push(share) });
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
  assert.equal(shares.at(-1), 1);
  const abort = new AbortController();
  const examining = examine(folder, {
    ...examination,
    signal: abort.signal,
    onProgress: ({ step }) => step.startsWith('reading') && abort.abort(new Error('enough')),
  });
  await assert.rejects(examining, /enough/);
});

async function* referenced(database: Database) {
  const rows = await database.as<RideTables>().selectFrom('rides_ride').select('sha256').execute();
  for (const { sha256 } of rows) yield { sha256, what: 'a ride' };
}

async function folderWithRides(t: TestContext): Promise<{ folder: string; sha256: string }> {
  const folder = await temporaryFolder(t);
  await using store = await openStore(folder, { migrations: rides });
  await keepRide(store, Buffer.from('another ride'));
  return { folder, sha256: await keepRide(store, Buffer.from('a ride')) };
}

const blobIn = (folder: string, sha256: string) => join(folder, 'blobs', sha256.slice(0, 2), sha256);
/** How much room there is on this machine is not the folder's fault. */
const bad = (findings: readonly Finding[]) =>
  findings.filter(({ code, severity }) => severity !== 'ok' && code !== 'space');
const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code);

function of(findings: readonly Finding[], code: string): Finding {
  const found = findings.find((finding) => finding.code === code);
  assert.ok(found, `there is no finding ${code}`);
  return found;
}
