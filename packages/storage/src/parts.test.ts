import assert from 'node:assert/strict';
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { collected, sha256Of } from '../testing/bytes.fixture.ts';
import { stateOf } from '../testing/folder-state.fixture.ts';
import { type Program, runProgram } from '../testing/program.fixture.ts';
import { keptRides, rides } from '../testing/rides.fixture.ts';
import { temporaryFolder } from '../testing/temporary-folder.fixture.ts';
import { examine, openStore } from './index.ts';

test('processes have a folder together, each as its part, and what each keeps the others read', async (t) => {
  const folder = join(await temporaryFolder(t), 'made');
  const programs = ['auth', 'stable', 'sessions'].map((part) => asPart(t, folder, part, { rides: 12 }));
  for (const program of programs) await program.printed('through');
  const kept = programs.flatMap(({ lines }) => keptBy(lines));
  assert.equal(kept.length, 36);
  {
    await using store = await openStore(folder, { migrations: rides, part: 'gateway' });
    assert.deepEqual((await keptRides(store)).toSorted(), kept.toSorted());
    for (const sha256 of kept) assert.equal(sha256Of(await collected(store.blobs.open(sha256))), sha256);
  }
  for (const program of programs) await ended(program);
  assert.deepEqual(await marksIn(folder), []);
  await using server = await openStore(folder, { migrations: rides });
  assert.equal((await keptRides(server)).length, 36);
});

test('a server has a folder for itself: none comes beside parts, and no part beside a server', async (t) => {
  const folder = await temporaryFolder(t);
  const [auth, stable] = ['auth', 'stable'].map((part) => asPart(t, folder, part));
  await auth!.printed('open');
  await stable!.printed('open');
  const error = await openStore(folder, { migrations: rides }).catch((error) => error);
  assert.equal(error.code, 'in-use');
  assert.match(error.message, new RegExp(`process ${auth!.process.pid}, ${stable!.process.pid}\\. Stop`));
  await ended(auth!);
  await assert.rejects(openStore(folder, { migrations: rides }), { code: 'in-use' });
  await ended(stable!);
  await using _server = await openStore(folder, { migrations: rides });
  await assert.rejects(openStore(folder, { migrations: rides, part: 'auth' }), { code: 'in-use' });
});

test('a part is one process’s, until that is gone, killed or not', async (t) => {
  const folder = await temporaryFolder(t);
  const first = asPart(t, folder, 'sessions', { rides: 1 });
  const beside = asPart(t, folder, 'auth', { rides: 1 });
  await first.printed('through');
  await beside.printed('through');
  const second = asPart(t, folder, 'sessions');
  await second.printed('closed');
  assert.match(second.lines[0]!, new RegExp(`^refused in-use: The part sessions .*${first.process.pid}`));
  first.process.kill('SIGKILL');
  await first.ended();
  const third = asPart(t, folder, 'sessions', { rides: 1 });
  await third.printed('through');
  beside.process.kill('SIGKILL');
  third.process.kill('SIGKILL');
  await Promise.all([beside.ended(), third.ended()]);
  assert.equal((await marksIn(folder)).length, 2);
  await using server = await openStore(folder, { migrations: rides });
  assert.equal((await keptRides(server)).length, 3);
  assert.deepEqual(await marksIn(folder), ['running']);
});

test('of parts that start at the same moment one makes the tables, and the others wait for it', async (t) => {
  const folder = await temporaryFolder(t);
  const programs = ['a', 'b', 'c', 'd'].map((part) => asPart(t, folder, part, { rides: 1, tables: 3 }));
  for (const program of programs) await program.printed('through');
  const made = programs.map(({ lines }) => lines.filter((line) => line.startsWith('making')).length);
  assert.deepEqual(made.toSorted(), [0, 0, 0, 3]);
});

test('what is left of an opening that was killed, the next one does', async (t) => {
  const folder = await temporaryFolder(t);
  const killed = asPart(t, folder, 'auth', { tables: 9 });
  await killed.printed('making 2');
  const waiting = asPart(t, folder, 'stable', { tables: 9 });
  killed.process.kill('SIGKILL');
  await waiting.printed('open');
  assert.ok(waiting.lines.includes('making 8'));
});

test('tables are not changed under parts that are at work', async (t) => {
  const folder = await temporaryFolder(t);
  const auth = asPart(t, folder, 'auth', { rides: 1 });
  await auth.printed('through');
  const newer = asPart(t, folder, 'stable', { tables: 1 });
  await newer.printed('closed');
  assert.match(newer.lines[0]!, /^refused in-use: .*brought up to date.*Stop all of them/);
  await ended(auth);
  const alone = asPart(t, folder, 'stable', { tables: 1 });
  await alone.printed('open');
  const older = asPart(t, folder, 'auth');
  await older.printed('closed');
  assert.match(older.lines[0]!, /^refused newer/);
});

test('what one part is writing stays when another starts; what it left itself is gone', async (t) => {
  const folder = await temporaryFolder(t);
  await using gateway = await openStore(folder, { migrations: rides, part: 'gateway' });
  const rest = Promise.withResolvers<void>();
  const upload = gateway.blobs.put(
    (async function* () {
      yield Buffer.from('the first half ');
      await rest.promise;
      yield Buffer.from('and the second');
    })(),
  );
  const scratch = await gateway.scratch();
  await writeFile(join(scratch, 'unpacked'), 'a ride');
  const left = join(folder, 'parts', 'sessions', 'incoming', 'left');
  await mkdir(join(left, '..'), { recursive: true });
  await writeFile(left, 'half a result');
  {
    await using _sessions = await openStore(folder, { migrations: rides, part: 'sessions' });
    assert.deepEqual(await readdir(join(left, '..')), []);
    assert.deepEqual(await readdir(scratch), ['unpacked']);
  }
  rest.resolve();
  assert.equal((await upload).bytes, 29);
});

test('a page that was torn is noticed by the part that comes first, before anything is written', async (t) => {
  const folder = await temporaryFolder(t);
  const killed = asPart(t, folder, 'auth', { rides: 200 });
  await killed.printed('through');
  killed.process.kill('SIGKILL');
  await killed.ended();
  intoOneFile(folder);
  const file = await open(join(folder, 'piaffe.db'), 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, size - 4096);
  await file.close();
  await writeFile(join(folder, 'parts', 'auth', 'running'), '1\n');
  const before = await stateOf(folder);
  await assert.rejects(openStore(folder, { migrations: rides, part: 'auth' }), { code: 'damaged' });
  assert.deepEqual(await stateOf(folder), before);
});

test('what parts have acknowledged outlives kills of one after the other, while the rest goes on', async (t) => {
  const folder = await temporaryFolder(t);
  const steady = asPart(t, folder, 'steady', { rides: 150 });
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 4; kill++) {
    const program = asPart(t, folder, 'killed', { rides: 10_000 });
    await program.printed('kept');
    program.process.kill('SIGKILL');
    await program.ended();
    acknowledged.push(...keptBy(program.lines));
  }
  await steady.printed('through');
  acknowledged.push(...keptBy(steady.lines));
  await ended(steady);
  await using server = await openStore(folder, { migrations: rides });
  const rows = new Set(await keptRides(server));
  for (const sha256 of acknowledged) {
    assert.ok(rows.has(sha256), `${sha256} was acknowledged and is lost`);
    assert.equal(sha256Of(await collected(server.blobs.open(sha256))), sha256);
  }
  assert.ok(acknowledged.length > 150);
});

test('the doctor knows of parts that run, and of those that were killed', async (t) => {
  const folder = await temporaryFolder(t);
  const part = asPart(t, folder, 'gateway', { rides: 1 });
  await part.printed('through');
  const server = async () => {
    const findings = await examine(folder, { migrations: rides });
    return findings.find(({ code }) => code === 'server')?.what ?? '';
  };
  assert.equal(await server(), `A server is running on it, process ${part.process.pid}.`);
  part.process.kill('SIGKILL');
  await part.ended();
  assert.match(await server(), /the last one was killed/);
  await writeFile(join(folder, 'parts', 'gateway', 'incoming', 'half'), 'half');
  const findings = await examine(folder, { migrations: rides });
  assert.match(findings.find(({ code }) => code === 'incoming')?.what ?? '', /1, 4 bytes/);
});

test('the name of a part is one that every system takes for a folder', async (t) => {
  const folder = await temporaryFolder(t);
  for (const part of ['', '..', 'a/b', 'Auth', 'con '])
    await assert.rejects(openStore(folder, { migrations: rides, part }), TypeError);
});

interface Work {
  readonly rides?: number;
  readonly tables?: number;
}

function asPart(t: TestContext, folder: string, part: string, { rides = 0, tables = 0 }: Work = {}): Program {
  return runProgram(t, 'work-as-part.fixture.ts', [folder, part, String(rides), String(tables)]);
}

async function ended(program: Program): Promise<void> {
  program.process.kill('SIGTERM');
  await program.ended();
  assert.equal(program.lines.at(-1), 'closed');
}

const keptBy = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('kept ')).map((line) => line.slice(5));

async function marksIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('running'));
}

/** Brings the log into the database, as its last connection does that closes. */
function intoOneFile(folder: string): void {
  const database = new DatabaseSync(join(folder, 'piaffe.db'));
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
}
