import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Session, Trial, Troubled } from '@piaffe/sessions/contract';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { partLike } from './testing/parts.fixture.ts';
import { analysed, analysedRide } from './testing/rides.fixture.ts';

test('who runs the server sees which analyses failed and why, but nothing of the ride', async (t) => {
  const gateway = await startGateway(t);
  const administrator = await gateway.administrator();
  const rider = await gateway.rider('rider');
  const { session } = (await rider.upload(await horseOf(rider), 'no recording')).ok<{ session: Session }>();
  await analysed(rider, session.id);
  const { items } = (await administrator.get('/admin/troubled')).ok<{ items: Troubled[] }>();
  assert.deepEqual(
    items.map(({ session, state }) => [session, state]),
    [[session.id, 'failed']],
  );
  assert.ok(items[0]!.reason);
  assert.equal((await administrator.get(`/sessions/${session.id}`)).status, 404);
  const none = (await administrator.get('/admin/troubled?state=quarantined')).ok<{ items: Troubled[] }>();
  assert.deepEqual(none.items, []);

  const again = await administrator.post('/admin/troubled/retry', { session: session.id });
  assert.deepEqual(again.ok(), { sessions: 1 });
  assert.deepEqual((await administrator.post('/admin/troubled/retry', { session: null })).ok(), {
    sessions: 0,
  });
  const missing = await administrator.post('/admin/troubled/retry', { session: 'a'.repeat(26) });
  assert.equal(missing.problem(), 'session-not-found');
});

test('a trial tells how results would differ, and stores nothing', async (t) => {
  const gateway = await startGateway(t);
  const administrator = await gateway.administrator();
  const horse = await horseOf(administrator);
  const session = await analysedRide(administrator, horse, 1, '');
  assert.equal((await administrator.get('/admin/trial')).ok<Trial>().state, 'none');
  const before = (await administrator.get(`/sessions/${session}/result`)).text;
  (await administrator.post('/admin/trial', {})).ok();
  const ended = async (): Promise<Trial> => {
    const trial = (await administrator.get('/admin/trial')).ok<Trial>();
    if (trial.state !== 'running') return trial;
    await setTimeout(20);
    return ended();
  };
  const { state, total, same, differences } = await ended();
  assert.deepEqual([state, total, same, differences], ['done', 1, 1, []]);
  assert.equal((await administrator.get(`/sessions/${session}/result`)).text, before);
  assert.equal((await administrator.send('DELETE', '/admin/trial')).status, 200);
});

test('reprocessing leaves the old results readable and ends with the same', async (t) => {
  const gateway = await startGateway(t);
  const administrator = await gateway.administrator();
  const session = await analysedRide(administrator, await horseOf(administrator), 1, '');
  const before = (await administrator.get(`/sessions/${session}/result`)).text;
  assert.deepEqual((await administrator.post('/admin/reprocess')).ok(), { sessions: 1 });
  assert.equal((await administrator.get(`/sessions/${session}/result`)).text, before);
  await analysed(administrator, session);
  assert.equal((await administrator.get(`/sessions/${session}/result`)).text, before);
});

test('the server says what it is, how full its disk is and how its parts are', async (t) => {
  const parts = [partLike('trend')];
  const gateway = await startGateway(t, { version: '1.2.3', needs: () => ({ health: () => parts }) });
  const administrator = await gateway.administrator();
  const { startedAt, algorithms, ...rest } = (await administrator.get('/admin/server')).ok<Server>();
  assert.ok(Date.parse(startedAt) <= Date.now());
  assert.match(algorithms.trend.version, /^\d+\.\d+\.\d+$/);
  assert.deepEqual(rest, {
    version: '1.2.3',
    node: process.versions.node,
    disk: { free: 3, total: 4, database: 1, recordings: 2 },
    parts,
  });
});

interface Server {
  readonly startedAt: string;
  readonly algorithms: { readonly trend: { readonly version: string } };
}
