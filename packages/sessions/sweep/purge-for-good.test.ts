import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { beside, everything, owner, type Server, server, upload } from '../testing/server.fixture.ts';
import { type SteppedWorker, steppedWorker } from '../testing/worker.fixture.ts';

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  const done = async (who: Awaited<ReturnType<typeof owner>>, text: string, more: object = {}) => {
    const kept = await upload(here, who, text, more);
    while ((await worker.step()) !== null);
    return kept;
  };
  return { aggregation, here, worker, done };
}

async function blobs({ store }: Server): Promise<string[]> {
  const found: string[] = [];
  for await (const { sha256 } of store.blobs.list()) found.push(sha256);
  return found;
}

/** Rows of all tables of the module, but for the clock. */
async function rows({ shared }: SteppedWorker): Promise<number> {
  let all = 0;
  for (const table of [
    'sessions',
    'recordings',
    'companions',
    'notes',
    'results',
    'files',
    'work',
    'doomed_blobs',
  ]) {
    const { rows: counted } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(`session_${table}`)}`.execute(shared.database);
    all += counted[0]?.n ?? 0;
  }
  return all;
}

test('of an account that is purged nothing is left at once: rides, merged and removed ones, notes, results, bytes', async (t) => {
  const { here, worker, done } = await yard(t);
  const me = await owner(here);
  const { principal } = me;
  const first = await done(me, 'first', { startedAt: '2026-05-01T18:00:00Z' });
  const second = await done(me, 'second', { startedAt: '2026-05-01T18:01:00Z' });
  const removed = await done(me, 'removed');
  const own = { principal, session: first.session.id };
  await here.sessions.addNote({ ...own, at: 1, text: 'stiff' });
  await beside(here, own, 'a belt');
  while ((await worker.step()) !== null);
  await here.sessions.trim({ ...own, trim: { from: 1, to: 20 } });
  while ((await worker.step()) !== null);
  await here.sessions.merge({ ...own, other: second.session.id });
  await here.sessions.remove({ ...own, session: removed.session.id });
  await upload(here, me, 'not analysed yet');
  assert.ok((await blobs(here)).length > 8);

  assert.deepEqual(await here.sessions.purge({ principal, horse: null }), { sessions: 3 });
  assert.deepEqual(await blobs(here), []);
  assert.equal(await rows(worker), 0);
  assert.deepEqual(await here.sessions.purge({ principal, horse: null }), { sessions: 0 });
  assert.equal((await upload(here, me, 'first')).duplicate, false);
});

test('of a horse only its rides are purged', async (t) => {
  const { here, done } = await yard(t);
  const me = await owner(here);
  const { principal } = me;
  const other = await owner(here, principal);
  await done(me, 'gone');
  const { session } = await done(other, 'stays');
  assert.deepEqual(await here.sessions.purge({ principal, horse: me.horse }), { sessions: 1 });
  const { items } = await here.sessions.list({ ...everything, principal });
  assert.deepEqual(
    items.map(({ id, state }) => [id, state]),
    [[session.id, 'done']],
  );
  assert.ok(await here.sessions.result({ principal, session: session.id }));
});

test('bytes that another account has too, as a ride or beside one, stay theirs', async (t) => {
  const { here, worker, done } = await yard(t);
  const [me, other] = [await owner(here), await owner(here)];
  for (const text of ['a ride', 'a belt']) await done(me, text);
  const { session } = await done(other, 'a ride');
  const own = { principal: other.principal, session: session.id };
  await beside(here, own, 'a belt');
  while ((await worker.step()) !== null);
  await here.sessions.purge({ principal: me.principal, horse: null });
  const theirs = await here.sessions.session(own);
  assert.equal(theirs.state, 'done');
  assert.ok(await here.sessions.result(own));
  for (const { sha256, bytes } of theirs.recordings) assert.equal(await here.store.blobs.size(sha256), bytes);
});

test('what is being computed for a ride while it is purged is never published, and its bytes go with the next sweep', async (t) => {
  const { here, worker } = await yard(t);
  const me = await owner(here);
  await upload(here, me, 'a ride');
  const taken = await worker.take();
  await here.sessions.purge({ principal: me.principal, horse: null });
  assert.equal((await worker.finish(taken!)).kind, 'superseded');
  await here.sessions.purge({ principal: me.principal, horse: null });
  assert.deepEqual([await blobs(here), await rows(worker)], [[], 0]);
});

const killed = fileURLToPath(new URL('../testing/killed-purge.fixture.ts', import.meta.url));

test('a purge that was killed between its rows and its blobs is brought to its end by the next', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-killed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [killed, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
  const { principal } = JSON.parse(String(line));

  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, folder, concurrent: 0 });
  assert.equal((await blobs(here)).length, 3);
  await here.sessions.purge({ principal, horse: null });
  assert.deepEqual(await blobs(here), []);
  assert.equal(await rows(steppedWorker(here, aggregation)), 0);
});
