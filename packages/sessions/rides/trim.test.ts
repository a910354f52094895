import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rideCsv } from '../testing/rides.fixture.ts';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, upload } from '../testing/server.fixture.ts';

test('a trimmed ride is analysed anew, and taking the trim back finds the first result again', async (t) => {
  const here = await server(t);
  const me = await owner(here);
  const { principal } = me;
  const { session } = await upload(here, me, rideCsv());
  const whole = await settled(here, principal, session.id);
  await here.sessions.trim({ principal, session: session.id, trim: { from: 5, to: 25 } });
  const part = await settled(here, principal, session.id);
  assert.equal(part.state, 'done', part.reason ?? '');
  assert.deepEqual(part.trim, { from: 5, to: 25 });
  assert.ok((part.overview?.durationSeconds ?? 0) <= 20.1);
  const again = await here.sessions.trim({ principal, session: session.id, trim: null });
  assert.equal(again.state, 'done');
  assert.deepEqual(again.overview, whole.overview);
  assert.equal(again.computed?.at, whole.computed?.at);
});

test('a part that ends before it begins, or after the ride, is refused and changes nothing', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { principal } = me;
  const { session } = await upload(here, me, 'a ride');
  const own = { principal, session: session.id };
  const done = await settled(here, principal, session.id);
  const end = done.overview?.durationSeconds ?? 0;
  for (const trim of [
    { from: 10, to: 10 },
    { from: 20, to: 10 },
    { from: 0, to: end + 1 },
  ])
    await assert.rejects(here.sessions.trim({ ...own, trim }), { code: 'trim-not-valid' });
  assert.deepEqual(await here.sessions.session(own), done);
});
