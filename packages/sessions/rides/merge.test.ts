import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { rideCsv } from '../testing/rides.fixture.ts';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, upload } from '../testing/server.fixture.ts';

const at = (clock: string) => `2026-05-01T${clock}+02:00`;

async function yard(t: TestContext, aggregation = scripted()) {
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  /** A ride that is analysed. All of them last 35 s. */
  const ride = async (text: string, startedAt: string | null, more: object = {}) => {
    const { session } = await upload(here, me, text, { name: text, startedAt, ...more });
    return settled(here, principal, session.id);
  };
  const merge = (session: string, other: string) => here.sessions.merge({ principal, session, other });
  return { here, me, principal, ride, merge, aggregation };
}

test('two recordings of one ride are one result, and two again after a split', async (t) => {
  const here = await server(t);
  const me = await owner(here);
  const { principal } = me;
  const first = await upload(here, me, rideCsv(1), { startedAt: at('18:00:00') });
  const second = await upload(here, me, rideCsv(2), { startedAt: at('18:01:00') });
  const alone = await settled(here, principal, first.session.id);
  await settled(here, principal, second.session.id);

  await here.sessions.merge({ principal, session: second.session.id, other: first.session.id });
  const merged = await settled(here, principal, second.session.id);
  assert.equal(merged.state, 'done', merged.reason ?? '');
  assert.deepEqual(
    merged.recordings.map(({ id }) => id),
    [first.receipt.id, second.receipt.id],
  );
  assert.equal(merged.startedAt, at('18:00:00'));
  const { inputs, recording } = await here.sessions.result({ principal, session: merged.id });
  assert.equal(inputs.length, 2);
  assert.ok(Math.abs(recording.durationSeconds - 95) < 0.1);
  await assert.rejects(here.sessions.session({ principal, session: first.session.id }), {
    code: 'session-not-found',
  });

  const { sessions } = await here.sessions.split({ principal, session: merged.id });
  assert.deepEqual(
    sessions.map(({ id, state }) => [id, state]),
    [
      [first.session.id, 'done'],
      [second.session.id, 'done'],
    ],
  );
  assert.deepEqual(sessions[0]?.overview, alone.overview);
});

test('notes keep the moment they point at, through merge and split', async (t) => {
  const { here, principal, ride, merge } = await yard(t);
  const second = await ride('second', at('18:01:00'));
  const first = await ride('first', at('18:00:00'));
  const note = (session: string, at: number | null, text: string) =>
    here.sessions.addNote({ principal, session, at, text });
  await note(first.id, 10, 'in the first');
  await note(second.id, 10, 'in the second');
  await note(first.id, null, 'about the first');
  const notes = async (session: string) =>
    (await here.sessions.session({ principal, session })).notes.map(({ at, text }) => [at, text]);

  await merge(second.id, first.id);
  assert.deepEqual(await notes(second.id), [
    [null, 'about the first'],
    [10, 'in the first'],
    [70, 'in the second'],
  ]);
  await note(second.id, 12, 'new, in the first');
  await note(second.id, 75, 'new, in the second');
  await note(second.id, null, 'new, about the whole');

  await here.sessions.split({ principal, session: second.id });
  assert.deepEqual(await notes(first.id), [
    [null, 'about the first'],
    [10, 'in the first'],
    [12, 'new, in the first'],
  ]);
  assert.deepEqual(await notes(second.id), [
    [null, 'new, about the whole'],
    [10, 'in the second'],
    [15, 'new, in the second'],
  ]);
});

test('three recordings, merged in any order, come apart as they were, each with its trim', async (t) => {
  const { here, principal, ride, merge } = await yard(t);
  const [a, b, c] = [
    await ride('a', at('18:00:00')),
    await ride('b', at('18:01:00')),
    await ride('c', at('18:02:00')),
  ];
  for (const { id } of [a, c])
    await here.sessions.trim({ principal, session: id, trim: { from: 1, to: 30 } });
  await merge(c.id, b.id);
  const whole = await merge(a.id, c.id);
  assert.deepEqual(
    whole.recordings.map(({ name }) => name),
    ['a', 'b', 'c'],
  );
  assert.equal(whole.trim, null);
  const { sessions } = await here.sessions.split({ principal, session: a.id });
  assert.deepEqual(
    sessions.map(({ id, trim }) => [id, trim]),
    [
      [a.id, { from: 1, to: 30 }],
      [b.id, null],
      [c.id, { from: 1, to: 30 }],
    ],
  );
});

test('another start moves the whole ride, and its parts keep their distance', async (t) => {
  const { here, principal, ride, merge } = await yard(t);
  const [first, second] = [await ride('first', at('18:00:00')), await ride('second', at('18:01:00'))];
  await merge(first.id, second.id);
  const own = { principal, session: first.id };
  await assert.rejects(here.sessions.change({ ...own, changes: { startedAt: null } }), {
    code: 'started-at-not-valid',
  });
  await here.sessions.change({ ...own, changes: { startedAt: '2026-05-02T09:00:00+01:00' } });
  const { sessions } = await here.sessions.split(own);
  assert.deepEqual(
    sessions.map(({ startedAt }) => startedAt),
    ['2026-05-02T09:00:00+01:00', '2026-05-02T09:01:00.000+01:00'],
  );
});

test('what cannot be one ride is not merged, and the reason says why', async (t) => {
  const { here, me, principal, ride, merge } = await yard(t);
  const first = await ride('first', at('18:00:00'));
  const refused = async (other: string, reason: RegExp) =>
    assert.rejects(merge(first.id, other), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'merge-not-possible');
      assert.match(error.message, reason);
      return true;
    });
  await refused(first.id, /with itself/);
  await refused((await ride('overlap', at('18:00:20'))).id, /overlap/);
  await refused((await ride('unknown', null)).id, /not known when/);
  await refused((await ride('next day', '2026-05-02T18:00:00+02:00')).id, /12 hours/);
  const { horse } = await owner(here, principal);
  await refused((await ride('other horse', at('18:05:00'), { horse })).id, /different horses/);
  const removed = await ride('removed', at('18:06:00'));
  await here.sessions.remove({ principal, session: removed.id });
  await refused(removed.id, /removed/);
  await assert.rejects(here.sessions.split({ principal, session: first.id }), { code: 'nothing-to-split' });
  assert.equal((await upload(here, me, 'first')).session.recordings.length, 1);
});

test('a ride has at most sixteen recordings', async (t) => {
  const { ride, merge } = await yard(t);
  const rides = [];
  for (let i = 0; i < 17; i++) rides.push(await ride(`${i}`, at(`18:${`${i}`.padStart(2, '0')}:00`)));
  const into = rides[0]?.id ?? '';
  for (const { id } of rides.slice(1, 16)) await merge(into, id);
  await assert.rejects(merge(into, rides[16]?.id ?? ''), { code: 'merge-not-possible' });
});

test('bytes that are part of a merged ride are found again as that ride', async (t) => {
  const { here, me, ride, merge } = await yard(t);
  const [first, second] = [await ride('first', at('18:00:00')), await ride('second', at('18:01:00'))];
  await merge(first.id, second.id);
  const again = await upload(here, me, 'second');
  assert.equal(again.duplicate, true);
  assert.equal(again.session.id, first.id);
});
