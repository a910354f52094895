import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { referencedBlobs } from '../create.ts';
import { keep } from '../rides/keep.ts';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { nothingSaid, owner, type Server, server, upload } from '../testing/server.fixture.ts';
import { type SteppedWorker, steppedWorker } from '../testing/worker.fixture.ts';
import { sweep } from './sweeper.ts';

const days = 24 * 3600;

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  const me = await owner(here);
  const done = async (text: string, who = me, more: object = {}) => {
    const kept = await upload(here, who, text, more);
    while ((await worker.step()) !== null);
    return kept;
  };
  return { aggregation, here, worker, me, done };
}

const swept = (worker: SteppedWorker) => sweep(worker.shared, new AbortController().signal);

async function blobs({ store }: Server): Promise<string[]> {
  const found: string[] = [];
  for await (const { sha256 } of store.blobs.list()) found.push(sha256);
  return found.sort();
}

async function needed({ store }: Server): Promise<string[]> {
  const found = new Set<string>();
  for await (const { sha256 } of referencedBlobs(store.database)) found.add(sha256);
  return [...found].sort();
}

/** Rows of all tables of the module, but for the clock. */
async function rows({ shared }: SteppedWorker): Promise<number> {
  let all = 0;
  for (const table of ['sessions', 'recordings', 'notes', 'results', 'files', 'work']) {
    const { rows: counted } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(`session_${table}`)}`.execute(shared.database);
    all += counted[0]?.n ?? 0;
  }
  return all;
}

test('a removed ride can be restored for 30 days, then nothing of it is left', async (t) => {
  const { here, worker, me, done } = await yard(t);
  const { session } = await done('a ride');
  const own = { principal: me.principal, session: session.id };
  await here.sessions.addNote({ ...own, at: 1, text: 'stiff' });
  const removed = await here.sessions.remove(own);
  assert.equal(Date.parse(removed.purgedAt ?? '') - Date.parse(removed.removedAt ?? ''), 30 * days * 1000);
  here.pass(29 * days);
  await here.sessions.remove(own);
  await swept(worker);
  const restored = await here.sessions.restore(own);
  assert.deepEqual([restored.state, restored.removedAt, restored.notes.length], ['done', null, 1]);
  assert.equal((await blobs(here)).length, 3);

  await here.sessions.remove(own);
  here.pass(30 * days + 1);
  await swept(worker);
  await assert.rejects(here.sessions.session(own), { code: 'session-not-found' });
  assert.deepEqual(await blobs(here), []);
  assert.equal(await rows(worker), 0);
});

test('a merged ride goes as a whole', async (t) => {
  const { here, worker, me, done } = await yard(t);
  const first = await done('first', me, { startedAt: '2026-05-01T18:00:00Z' });
  const second = await done('second', me, { startedAt: '2026-05-01T18:01:00Z' });
  const own = { principal: me.principal, session: first.session.id };
  await here.sessions.addNote({ ...own, session: second.session.id, at: 1, text: 'stiff' });
  await here.sessions.merge({ ...own, other: second.session.id });
  await here.sessions.remove(own);
  here.pass(31 * days);
  await swept(worker);
  assert.equal(await rows(worker), 0);
  assert.deepEqual(await blobs(here), []);
});

test('what another owner has too stays for that one', async (t) => {
  const { here, worker, me, done } = await yard(t);
  const other = await owner(here);
  const mine = await done('a ride');
  const theirs = await done('a ride', other);
  await here.sessions.remove({ principal: me.principal, session: mine.session.id });
  here.pass(31 * days);
  await swept(worker);
  assert.equal((await blobs(here)).length, 3);
  const kept = { principal: other.principal, session: theirs.session.id };
  assert.equal((await here.sessions.session(kept)).state, 'done');
  assert.ok(await here.sessions.result(kept));
  assert.ok(
    await here.store.blobs.size((await here.sessions.recording({ ...kept, recording: null })).sha256),
  );
});

test('sweeping keeps every blob that is needed, and every result that is shown or would be needed at once', async (t) => {
  const { aggregation, here, worker, me, done } = await yard(t);
  const { session } = await done('a ride');
  const own = { principal: me.principal, session: session.id };
  const first = await done('first', me, { startedAt: '2026-05-01T18:00:00Z' });
  const second = await done('second', me, { startedAt: '2026-05-01T18:01:00Z' });
  await here.sessions.merge({ ...own, session: first.session.id, other: second.session.id });
  while ((await worker.step()) !== null);
  aggregation.version = '2.0.0';
  await worker.askForAlgorithm();
  here.pass(8 * days);
  await swept(worker);
  assert.deepEqual(await blobs(here), await needed(here));
  assert.equal((await here.sessions.result(own)).algorithm.version, '1.0.0');
  while ((await worker.step()) !== null);
  here.pass(8 * days);
  await swept(worker);
  assert.deepEqual(await blobs(here), await needed(here));
  assert.equal((await here.sessions.result(own)).algorithm.version, '2.0.0');
  const { sessions } = await here.sessions.split({ ...own, session: first.session.id });
  assert.equal(sessions.length, 2);
});

test('a blob that nobody refers to goes after a week, not before', async (t) => {
  const { here, worker } = await yard(t);
  async function* bytes(text: string) {
    yield Buffer.from(text);
  }
  const { sha256 } = await here.store.blobs.put(bytes('an upload whose row never came'));
  here.pass(7 * days - 60);
  await swept(worker);
  assert.deepEqual(await blobs(here), [sha256]);
  here.pass(120);
  await swept(worker);
  assert.deepEqual(await blobs(here), []);
});

test('bytes that are being swept when a recording of them is kept are not acknowledged and then lost', async (t) => {
  const { here, worker, me } = await yard(t);
  async function* bytes() {
    yield Buffer.from('a ride');
  }
  const blob = await here.store.blobs.put(bytes());
  const call = { signal: new AbortController().signal, onProgress() {} };
  const input = { ...me, blob, name: 'ride.csv', startedAt: null, context: nothingSaid };
  let acknowledged: Promise<boolean> | undefined;
  const slowToRemove = {
    ...here.store.blobs,
    async remove(sha256: string, options?: { readonly keptBefore?: Date }) {
      acknowledged = keep(worker.shared, input, call).then(
        () => true,
        () => false,
      );
      for (let turn = 0; turn < 100; turn++) await setImmediate();
      await here.store.blobs.remove(sha256, options);
    },
  };
  const later = () => new Date(Date.now() + 8 * days * 1000);
  await sweep({ ...worker.shared, blobs: slowToRemove, now: later }, call.signal);
  assert.equal(await acknowledged, false);
  assert.equal((await upload(here, me, 'a ride')).duplicate, false);
});
