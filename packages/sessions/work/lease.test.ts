import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, upload } from '../testing/server.fixture.ts';
import { steppedWorker } from '../testing/worker.fixture.ts';
import { nextDue } from './claim.ts';
import { endLeasesOfTheDead, release, renew } from './lease.ts';

async function yard(t: TestContext, aggregation = scripted()) {
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  const read = () => here.sessions.session({ principal: me.principal, session: session.id });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  return { here, aggregation, read, worker, other: steppedWorker(here, aggregation) };
}

test('what one worker is at work on, no other takes, as long as the lease is renewed', async (t) => {
  const { here, read, worker, other } = await yard(t);
  const taken = (await worker.take())!;
  assert.equal((await read()).state, 'running');
  for (let i = 0; i < 10; i++) {
    assert.equal(await other.take(), null);
    here.pass(10);
    assert.equal(await renew(worker.shared.database, taken, here.now()), true);
  }
  here.pass(16);
  assert.equal((await read()).state, 'queued');
  assert.notEqual(await other.take(), null);
});

test('a worker that comes too late publishes nothing', async (t) => {
  const { here, read, worker, other, aggregation } = await yard(t);
  const late = (await worker.take())!;
  here.pass(16);
  const next = (await other.take())!;
  assert.ok(next.token > late.token);
  assert.equal(await renew(worker.shared.database, late, here.now()), false);
  assert.equal((await worker.finish(late)).kind, 'superseded');
  assert.equal((await read()).computed, null);

  assert.equal((await other.finish(next)).kind, 'published');
  const { computed } = await read();
  assert.equal((await worker.finish(late)).kind, 'superseded');
  assert.deepEqual((await read()).computed, computed);
  assert.equal(aggregation.asked.length, 3);
});

test('a worker that comes too late neither counts an attempt nor frees the lease of the next', async (t) => {
  const { here, read, worker, other, aggregation } = await yard(t);
  const late = (await worker.take())!;
  here.pass(16);
  const next = (await other.take())!;
  aggregation.script = () => Promise.reject(new Error('it breaks'));
  await worker.finish(late);
  await release(worker.shared.database, late);
  assert.equal(await steppedWorker(here, aggregation).take(), null);
  aggregation.script = () => {};
  await other.finish(next);
  assert.equal((await read()).state, 'done');
});

test('a server that dies at work on a recording ten times is taken for the doing of the recording; nine times is not', async (t) => {
  const { here, aggregation, read } = await yard(t);
  for (let death = 1; death <= 10; death++) {
    const taken = await steppedWorker(here, aggregation).take();
    assert.notEqual(taken, null, `after ${death - 1} deaths it is taken again`);
    assert.equal(taken?.attempts, 0);
    here.pass(16);
  }
  assert.equal(await steppedWorker(here, aggregation).take(), null);
  const { state, reason } = await read();
  assert.equal(state, 'quarantined');
  assert.match(reason ?? '', /ended 10 times/);
});

test('a worker does not take what it is at work on itself, even when it could not renew the lease in time', async (t) => {
  const { here, worker } = await yard(t);
  await worker.take();
  here.pass(60);
  assert.equal(await worker.take(), null);
});

test('a lease that was given back counts nothing and can be taken at once', async (t) => {
  const { read, worker, other } = await yard(t);
  for (let i = 0; i < 20; i++) await release(worker.shared.database, (await worker.take())!);
  assert.equal((await read()).state, 'queued');
  assert.equal((await other.step())?.kind, 'published');
});

test('a lease that has ended is no reason to look again', async (t) => {
  const { here, worker, read, other } = await yard(t);
  const taken = (await worker.take())!;
  const { database } = worker.shared;
  const claimant = { algorithm: taken.algorithm, holder: 'another' };
  const due = await nextDue(database, claimant, here.now());
  assert.ok(due !== null && due > here.now().toISOString());
  const { id } = await read();
  const { owner: account } = taken;
  await here.sessions.remove({ principal: { account, role: 'rider' }, session: id });
  here.pass(16);
  assert.equal(await other.take(), null);
  assert.equal(await nextDue(database, claimant, here.now()), null);
});

test('a server that starts does not wait for the lease of one that died at work, the first time', async (t) => {
  const { worker, other, here, aggregation } = await yard(t);
  const late = (await worker.take())!;
  const { database } = other.shared;
  await endLeasesOfTheDead(database, 'the next');
  const next = (await other.take())!;
  assert.ok(next.token > late.token);
  assert.equal((await worker.finish(late)).kind, 'superseded');

  await endLeasesOfTheDead(database, 'the one after');
  const third = steppedWorker(here, aggregation);
  assert.equal(await third.take(), null, 'what it died of twice waits');
  here.pass(16);
  assert.notEqual(await third.take(), null);
});

test('a server that starts leaves what has ended, and its own work, as they are', async (t) => {
  const { read, worker, other } = await yard(t);
  const taken = (await worker.take())!;
  const { holder } = await worker.shared.database
    .selectFrom('session_work')
    .select('holder')
    .executeTakeFirstOrThrow();
  await endLeasesOfTheDead(worker.shared.database, holder ?? '');
  assert.equal((await read()).state, 'running');
  assert.equal(await other.take(), null);
  assert.equal((await worker.finish(taken)).kind, 'published');
});
