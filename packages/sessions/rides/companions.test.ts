import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { beside, owner, server, settled, upload } from '../testing/server.fixture.ts';

const at = (clock: string) => `2026-05-01T${clock}+02:00`;

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  const ride = async (bytes: string, startedAt: string | null = null) => {
    const { session } = await upload(here, me, bytes, { name: bytes, startedAt });
    return settled(here, principal, session.id);
  };
  const add = (session: string, bytes: string, more: object = {}) =>
    beside(here, { principal, session }, bytes, more);
  return { here, me, principal, aggregation, ride, add };
}

test('what is added to a ride is acknowledged, goes into its analysis, and comes back byte for byte', async (t) => {
  const { here, principal, aggregation, ride, add } = await yard(t);
  const { id } = await ride('a ride');
  const { receipt, session, duplicate } = await add(id, 'a belt', { startedAt: at('18:00:00') });
  assert.equal(duplicate, false);
  assert.notEqual(session.state, 'done');
  const done = await settled(here, principal, id);
  assert.deepEqual(
    done.recordings.map(({ name, role, startedAt }) => [name, role, startedAt]),
    [
      ['a ride', 'motion', null],
      ['a belt', 'companion', at('18:00:00')],
    ],
  );
  assert.deepEqual(aggregation.asked.at(-1), [done.recordings[0]?.sha256, receipt.sha256]);
  const { inputs } = await here.sessions.result({ principal, session: id });
  assert.deepEqual(
    inputs.map(({ role }) => role),
    ['motion', 'companion'],
  );
  const raw = await here.sessions.recording({ principal, session: id, recording: receipt.id });
  assert.equal(await text(here.store.blobs.open(raw.sha256)), 'a belt');
});

test('taking it off again finds the result from before', async (t) => {
  const { here, principal, aggregation, ride, add } = await yard(t);
  const before = await ride('a ride');
  const { receipt } = await add(before.id, 'a belt');
  await settled(here, principal, before.id);
  const own = { principal, session: before.id, recording: receipt.id };
  assert.deepEqual(await here.sessions.removeCompanion(own), before);
  assert.equal(aggregation.asked.length, 2);
  await assert.rejects(here.sessions.removeCompanion(own), { code: 'recording-not-found' });
  const motion = before.recordings[0]?.id ?? '';
  await assert.rejects(here.sessions.removeCompanion({ ...own, recording: motion }), {
    code: 'recording-not-found',
  });
});

test('the same bytes again say so and change nothing; another ride may have them too, and be a ride of them', async (t) => {
  const { here, me, principal, ride, add } = await yard(t);
  const [first, second] = [await ride('first'), await ride('second')];
  const once = await add(first.id, 'a belt');
  await settled(here, principal, first.id);
  const again = await add(first.id, 'a belt', { name: 'another name' });
  assert.deepEqual([again.duplicate, again.receipt], [true, once.receipt]);
  assert.equal(again.session.state, 'done');
  assert.equal((await add(first.id, 'first')).duplicate, true);
  assert.equal((await add(second.id, 'a belt')).duplicate, false);
  const alone = await upload(here, me, 'a belt');
  assert.equal(alone.duplicate, false);
  assert.equal(alone.session.recordings[0]?.role, 'motion');
});

test('a ride has at most four of them, and sixteen recordings in all', async (t) => {
  const { here, principal, ride, add } = await yard(t);
  const { id } = await ride('a ride', at('18:00:00'));
  for (const bytes of ['1', '2', '3', '4']) await add(id, bytes);
  await assert.rejects(add(id, '5'), { code: 'too-many-recordings' });
  for (let minute = 1; minute < 12; minute++) {
    const { id: other } = await ride(`${minute} min`, at(`18:${`${minute}`.padStart(2, '0')}:00`));
    await here.sessions.merge({ principal, session: id, other });
  }
  const last = await ride('12 min', at('18:12:00'));
  await add(last.id, '6');
  await settled(here, principal, last.id);
  await assert.rejects(here.sessions.merge({ principal, session: id, other: last.id }), {
    code: 'merge-not-possible',
  });
  assert.equal((await here.sessions.session({ principal, session: id })).recordings.length, 16);
  assert.equal((await here.sessions.session({ principal, session: last.id })).recordings.length, 2);
});

test('they go with their ride into a merge and out of it again; bytes that both had are asked for once', async (t) => {
  const { here, principal, aggregation, ride, add } = await yard(t);
  const [first, second] = [await ride('first', at('18:00:00')), await ride('second', at('18:01:00'))];
  for (const bytes of ['both', 'of the first']) await add(first.id, bytes);
  for (const bytes of ['both', 'of the second']) await add(second.id, bytes);
  for (const { id } of [first, second]) await settled(here, principal, id);
  await here.sessions.merge({ principal, session: second.id, other: first.id });
  await add(second.id, 'of the whole');
  const whole = await settled(here, principal, second.id);
  assert.equal(whole.state, 'done');
  assert.equal(aggregation.asked.at(-1)?.length, 6);
  const { sessions } = await here.sessions.split({ principal, session: second.id });
  assert.deepEqual(
    sessions.map(({ recordings }) => recordings.map(({ name }) => name)),
    [
      ['first', 'both', 'of the first'],
      ['second', 'both', 'of the second', 'of the whole'],
    ],
  );
});

test('bytes that are not there are not acknowledged', async (t) => {
  const { here, principal, ride } = await yard(t);
  const { id } = await ride('a ride');
  const blob = { sha256: 'a'.repeat(64), bytes: 3 };
  await assert.rejects(
    here.sessions.addCompanion({ principal, session: id, blob, name: 'x', startedAt: null }),
    /Send the file again/,
  );
});
