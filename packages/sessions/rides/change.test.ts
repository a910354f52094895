import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, until, upload } from '../testing/server.fixture.ts';

test('what is said about a ride changes without another analysis, and what is not named stays', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  const rider = await here.stable.addRider({ principal, name: 'Kim' });
  const { session } = await upload(here, me, 'a ride');
  await settled(here, principal, session.id);
  await here.sessions.change({
    principal,
    session: session.id,
    changes: { type: 'dressage', rider: rider.id, mount: 'girth' },
  });
  const changed = await here.sessions.change({ principal, session: session.id, changes: { type: 'hack' } });
  assert.deepEqual(changed.context, { type: 'hack', surface: null, rider: rider.id, mount: 'girth' });
  assert.equal(changed.state, 'done');
  assert.equal(aggregation.asked.length, 1);
  const { context } = await here.sessions.result({ principal, session: session.id });
  assert.deepEqual(context, { horse: 'Quarz', type: 'hack', surface: null, rider: 'Kim', mount: 'girth' });
});

test('another start is analysed anew; meanwhile the older result is shown, and says that it is not current', async (t) => {
  let go = () => {};
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  const { session } = await upload(here, me, 'a ride');
  await settled(here, principal, session.id);
  aggregation.script = () => new Promise<void>((resolve) => (go = resolve));
  const startedAt = '2026-05-01T18:30:00+02:00';
  const changed = await here.sessions.change({ principal, session: session.id, changes: { startedAt } });
  assert.ok(changed.state === 'queued' || changed.state === 'running');
  assert.equal(changed.startedAt, startedAt);
  assert.equal(changed.computed?.current, false);
  assert.ok(await here.sessions.result({ principal, session: session.id }));

  await until(async () => aggregation.asked.length === 2);
  go();
  const done = await settled(here, principal, session.id);
  assert.equal(done.computed?.current, true);
  assert.equal(
    (await here.sessions.result({ principal, session: session.id })).recording.startedAt,
    startedAt,
  );
  assert.equal(done.recordings[0]?.startedAt, null, 'what was said when it was handed in stays');
});

test('a ride moves to another horse of the same owner, and to no other', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const [me, other] = [await owner(here), await owner(here)];
  const { session } = await upload(here, me, 'a ride');
  const own = { principal: me.principal, session: session.id };
  for (const horse of [other.horse, newId()])
    await assert.rejects(here.sessions.change({ ...own, changes: { horse } }), { code: 'horse-not-found' });
  const { horse } = await owner(here, me.principal);
  assert.equal((await here.sessions.change({ ...own, changes: { horse } })).horse, horse);
});
