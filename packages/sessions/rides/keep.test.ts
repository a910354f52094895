import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { everything, nothingSaid, owner, server, settled, upload } from '../testing/server.fixture.ts';

test('the same bytes of the same owner are the session that has them, with the first receipt', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const first = await upload(here, me, 'a ride');
  const again = await upload(here, me, 'a ride', { name: 'copy.csv' });
  assert.deepEqual([first.duplicate, again.duplicate], [false, true]);
  assert.deepEqual(again.receipt, first.receipt);
  assert.equal(again.session.id, first.session.id);
  assert.equal(again.session.recordings[0]?.name, 'ride.csv');
});

test('the same bytes kept many times at once are one session', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const kept = await Promise.all(Array.from({ length: 8 }, () => upload(here, me, 'a ride')));
  assert.equal(new Set(kept.map(({ session }) => session.id)).size, 1);
  assert.equal(kept.filter(({ duplicate }) => !duplicate).length, 1);
});

test('two owners of the same bytes share nothing, so neither can tell that there is another', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const [one, other] = [await owner(here), await owner(here)];
  const mine = await upload(here, one, 'a ride');
  aggregation.fileStarts.set(mine.receipt.sha256, '2026-05-01T18:00:00Z');
  await settled(here, one.principal, mine.session.id);
  const analysis = Promise.withResolvers<void>();
  aggregation.script = () => analysis.promise;
  const theirs = await upload(here, other, 'a ride');
  assert.equal(theirs.duplicate, false);
  const { state, startedAt, overview, computed, progress } = theirs.session;
  assert.deepEqual({ state, startedAt, overview, computed, progress }, nothingYet);
  const own = { principal: other.principal, session: theirs.session.id };
  // Nor by how long it turns out to be.
  assert.deepEqual((await here.sessions.trim({ ...own, trim: { from: 0, to: 9000 } })).trim?.to, 9000);
  await here.sessions.trim({ ...own, trim: null });
  analysis.resolve();
  const done = await settled(here, other.principal, theirs.session.id);
  assert.ok((done.computed?.at ?? '') >= done.receivedAt);
  assert.ok(aggregation.asked.length >= 2);
});

test('handing in a removed ride again brings it back', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { principal } = me;
  const { session } = await upload(here, me, 'a ride');
  await here.sessions.addNote({ principal, session: session.id, at: null, text: 'stiff' });
  await here.sessions.remove({ principal, session: session.id });
  const again = await upload(here, me, 'a ride');
  assert.equal(again.duplicate, true);
  assert.equal(again.session.id, session.id);
  assert.equal(again.session.removedAt, null);
  assert.equal(again.session.notes[0]?.text, 'stiff');
});

test('a start that is no time with an offset, or lies in the future, is refused with a sentence', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const tomorrow = new Date(here.now().getTime() + 2 * 86_400_000).toISOString();
  const wrong = [
    '2026-05-01T18:30:00',
    '2026-05-01',
    '2026-02-30T18:30:00Z',
    '2026-13-01T18:30:00Z',
    'yesterday',
    '',
    tomorrow,
  ];
  for (const startedAt of wrong)
    await assert.rejects(upload(here, me, 'a ride', { startedAt }), { code: 'started-at-not-valid' });
  assert.equal((await here.sessions.list({ ...everything, principal: me.principal })).items.length, 0);
  for (const [i, startedAt] of ['2026-05-01T18:30:00+02:00', '2026-05-01T18:30Z'].entries()) {
    const { session } = await upload(here, me, `ride ${i}`, { startedAt });
    assert.equal(session.startedAt, startedAt);
  }
});

test('a horse or rider that is not one’s own is as if it were not there', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const [me, other] = [await owner(here), await owner(here)];
  const theirRider = await here.stable.addRider({ principal: other.principal, name: 'Kim' });
  for (const horse of [other.horse, newId()])
    await assert.rejects(upload(here, me, 'a ride', { horse }), { code: 'horse-not-found' });
  for (const rider of [theirRider.id, newId()]) {
    const context = { ...nothingSaid, rider };
    await assert.rejects(upload(here, me, 'a ride', { context }), { code: 'rider-not-found' });
  }
});

test('bytes that are not there are not acknowledged', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const more = { blob: { sha256: 'a'.repeat(64), bytes: 6 } };
  await assert.rejects(upload(here, me, 'a ride', more), { name: 'Unavailable', need: 'storage' });
});

const nothingYet = { state: 'queued', startedAt: null, overview: null, computed: null, progress: null };
