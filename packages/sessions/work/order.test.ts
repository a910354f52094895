import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Scripted, scripted } from '../testing/scripted-aggregation.fixture.ts';
import { everything, owner, type Server, server, upload } from '../testing/server.fixture.ts';
import { type SteppedWorker, steppedWorker } from '../testing/worker.fixture.ts';
import { waiting } from './claim.ts';

type Me = Awaited<ReturnType<typeof owner>>;

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  return { aggregation, here, worker };
}

/** One a second, by the clock of the server. */
async function uploads(here: Server, me: Me, names: readonly string[]): Promise<Map<string, string>> {
  const nameOf = new Map<string, string>();
  for (const name of names) {
    here.pass(1);
    const { receipt } = await upload(here, me, name);
    nameOf.set(receipt.sha256, name);
  }
  return nameOf;
}

async function analysed({ asked }: Scripted, worker: SteppedWorker, nameOf: Map<string, string>) {
  while ((await worker.step()) !== null);
  return asked.splice(0).map(([sha256 = '']) => nameOf.get(sha256));
}

test('the newest upload comes first', async (t) => {
  const { aggregation, here, worker } = await yard(t);
  const nameOf = await uploads(here, await owner(here), ['old', 'newer', 'newest']);
  assert.deepEqual(await analysed(aggregation, worker, nameOf), ['newest', 'newer', 'old']);
});

test('what a newer algorithm computes again waits behind every new upload, the newest first', async (t) => {
  const { aggregation, here, worker } = await yard(t);
  const me = await owner(here);
  const nameOf = await uploads(here, me, ['a', 'b']);
  await analysed(aggregation, worker, nameOf);
  aggregation.version = '1.1.0';
  await worker.askForAlgorithm();
  for (const [sha256, name] of await uploads(here, me, ['c', 'd'])) nameOf.set(sha256, name);
  assert.deepEqual(await analysed(aggregation, worker, nameOf), ['d', 'c', 'b', 'a']);
});

test('owners take turns, however much one of them has handed in', async (t) => {
  const { aggregation, here, worker } = await yard(t);
  const [one, other] = [await owner(here), await owner(here)];
  const nameOf = await uploads(here, one, ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  for (const [sha256, name] of await uploads(here, other, ['t1', 't2'])) nameOf.set(sha256, name);
  const order = await analysed(aggregation, worker, nameOf);
  const theirs = order.slice(0, 4).filter((name) => name?.startsWith('t'));
  assert.deepEqual(theirs, ['t2', 't1'], order.join());
});

test('what was asked for anew counts as new', async (t) => {
  const { aggregation, here, worker } = await yard(t);
  const me = await owner(here);
  const nameOf = await uploads(here, me, ['a']);
  await analysed(aggregation, worker, nameOf);
  const { items } = await here.sessions.list({
    ...everything,
    principal: me.principal,
  });
  for (const [sha256, name] of await uploads(here, me, ['b'])) nameOf.set(sha256, name);
  here.pass(1);
  await here.sessions.trim({
    principal: me.principal,
    session: items[0]?.id ?? '',
    trim: { from: 1, to: 20 },
  });
  assert.deepEqual(await analysed(aggregation, worker, nameOf), ['a', 'b']);
});

test('rides that are removed are not analysed until they are restored', async (t) => {
  const { here, worker } = await yard(t);
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  const own = { principal: me.principal, session: session.id };
  await here.sessions.remove(own);
  assert.equal(await worker.step(), null);
  await here.sessions.restore(own);
  assert.equal((await worker.step())?.kind, 'published');
});

test('the next turn is found by an index, without sorting and without a look at all sessions', async (t) => {
  const { worker } = await yard(t);
  const { database } = worker.shared;
  const query = waiting(0, '', { algorithm: 'x', holder: 'y' }, new Date()).compile(database);
  const { rows } = await database.executeQuery<{ detail: string }>({
    ...query,
    sql: `explain query plan ${query.sql}`,
  });
  const plan = rows.map(({ detail }) => detail).join('\n');
  assert.match(plan, /SEARCH s USING INDEX session_sessions_queue/);
  assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
});
