import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, Unavailable } from '@piaffe/kernel';
import { scripted, untilAborted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, until, upload } from '../testing/server.fixture.ts';

const down = () => Promise.reject(new Unavailable('aggregation', 'down', 'The analysis is not there.'));

test('while aggregation is down rides are kept and read, the work list says why it waits, and goes on by itself', async (t) => {
  const aggregation = scripted(down);
  aggregation.algorithm = down;
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  assert.equal(session.state, 'queued');
  await until(async () => (await here.sessions.work({})).blocked !== null);
  const status = await here.sessions.work({});
  assert.equal(status.blocked, 'The analysis is not there.');
  assert.deepEqual([status.queued, status.algorithm], [1, null]);

  aggregation.algorithm = () => {};
  aggregation.script = () => {};
  assert.equal((await settled(here, me.principal, session.id)).state, 'done');
  assert.equal((await here.sessions.work({})).blocked, null);
});

test('the algorithm is remembered, so results stay current while aggregation is down', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  await settled(here, me.principal, session.id);
  await here.end();
  aggregation.algorithm = down;
  await using restarted = here.start();
  const found = await restarted.session({ principal: me.principal, session: session.id });
  assert.equal(found.computed?.current, true);
  assert.deepEqual((await restarted.work({})).algorithm, { name: 'scripted', version: '1.0.0' });
});

test('a server that ends gives back what it was at work on, uncounted, and the next one goes on at once', async (t) => {
  const aggregation = scripted((_, call) => untilAborted(call));
  const here = await server(t, { aggregation: aggregation.client, concurrent: 2 });
  const me = await owner(here);
  const kept = [await upload(here, me, 'a ride'), await upload(here, me, 'another')];
  await until(async () => (await here.sessions.work({})).running === 2);
  await here.end();
  aggregation.script = () => {};
  await using restarted = here.start();
  for (const { session } of kept)
    assert.equal((await settled({ sessions: restarted }, me.principal, session.id)).state, 'done');
});

test('two workers on one database compute everything once', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 2 });
  const me = await owner(here);
  await using _beside = here.start();
  const kept = await Promise.all(Array.from({ length: 24 }, (_, i) => upload(here, me, `ride ${i}`)));
  for (const { session } of kept) assert.equal((await settled(here, me.principal, session.id)).state, 'done');
  assert.equal(new Set(aggregation.asked.flat()).size, 24);
  assert.equal(aggregation.asked.length, 24);
});

test('a newer algorithm computes every ride again, while the older results are shown', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  const kept = [await upload(here, me, 'a ride'), await upload(here, me, 'another')];
  for (const { session } of kept) await settled(here, principal, session.id);
  await here.end();

  aggregation.version = '2.0.0';
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  aggregation.script = () => held;
  await using restarted = here.start();
  const read = (session: string) => restarted.session({ principal, session });
  await until(async () => (await restarted.work({})).running > 0);
  for (const { session } of kept) {
    await until(async () => (await read(session.id)).state !== 'done');
    assert.equal((await read(session.id)).computed?.current, false);
    const result = await restarted.result({ principal, session: session.id });
    assert.equal(result.algorithm.version, '1.0.0');
  }
  go();
  for (const { session } of kept) {
    const done = await settled({ sessions: restarted }, principal, session.id);
    assert.deepEqual([done.computed?.version, done.computed?.current], ['2.0.0', true]);
  }
});

test('recordings that cannot be used hold up nobody', async (t) => {
  const aggregation = scripted((_, { onProgress }) => {
    onProgress({ share: 0.5, step: 'reading' });
    if (aggregation.asked.length % 2 === 1)
      throw new Failure('recording-rejected', { problem: 'x', detail: 'It is empty.' });
  });
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const kept = await Promise.all(Array.from({ length: 20 }, (_, i) => upload(here, me, `ride ${i}`)));
  const states = [];
  for (const { session } of kept) states.push((await settled(here, me.principal, session.id)).state);
  assert.equal(states.filter((state) => state === 'done').length, 10);
  assert.equal(states.filter((state) => state === 'failed').length, 10);
});
