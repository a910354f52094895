import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { rideCsv } from '../testing/rides.fixture.ts';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, unfiltered, upload } from '../testing/server.fixture.ts';
import { fromText, type Numbers, toText } from '../work/numbers.ts';
import { numbersOfSessions } from './numbers.ts';

const day = (number: number) => `2026-05-${`${number}`.padStart(2, '0')}T10:00:00+02:00`;

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  const ride = async (number: number, more: object = {}) => {
    const { session } = await upload(here, me, `ride ${number}`, { startedAt: day(number), ...more });
    return settled(here, principal, session.id);
  };
  const numbers = (more: object = {}) =>
    here.sessions.numbers({ principal, ...unfiltered, metrics: ['gaits.trot.cadence'], ...more });
  return { aggregation, here, me, principal, ride, numbers };
}

test('a number is that of the result, with its quality; what a result does not have is null', async (t) => {
  const here = await server(t);
  const me = await owner(here);
  const { principal } = me;
  const context = { type: 'dressage', surface: 'sand', rider: null, mount: 'girth' as const };
  const { session } = await upload(here, me, rideCsv(), { startedAt: day(1), context });
  const { state } = await settled(here, principal, session.id);
  assert.equal(state, 'done');
  const { metrics, algorithm } = await here.sessions.result({ principal, session: session.id });
  const asked = ['gaits.trot.cadence', 'gaits.tolt.cadence', 'nothing.of.the.kind', 'symmetry.score'];
  const { sessions, columns, withoutStart } = await here.sessions.numbers({
    principal,
    ...unfiltered,
    metrics: asked,
  });
  assert.deepEqual(sessions, [
    {
      id: session.id,
      startedAt: day(1),
      algorithm: `${algorithm.name}@${algorithm.version}`,
      ...context,
    },
  ]);
  const found = columns.map(({ name, values, qualities }) => [name, ...values, ...qualities]);
  const { cadence } = metrics.gaits.trot;
  assert.notEqual(cadence.value, null);
  assert.deepEqual(found, [
    ['gaits.trot.cadence', cadence.value, cadence.quality],
    ['gaits.tolt.cadence', null, 'none'],
    ['nothing.of.the.kind', null, 'none'],
    ['symmetry.score', metrics.symmetry.score.value, metrics.symmetry.score.quality],
  ]);
  assert.equal(withoutStart, 0);
});

test('rides come in order of time, only those that match; without removed ones, and each merged ride once', async (t) => {
  const { here, me, principal, ride, numbers } = await yard(t);
  const other = await owner(here, principal);
  const jumping = { context: { type: 'jumping', surface: null, rider: null, mount: null } };
  const [third, first, second] = [await ride(3), await ride(1), await ride(2, jumping)];
  const ids = async (more: object = {}) => (await numbers(more)).sessions.map(({ id }) => id);
  assert.deepEqual(await ids(), [first.id, second.id, third.id]);
  assert.deepEqual(await ids({ type: 'jumping' }), [second.id]);
  assert.deepEqual(await ids({ from: '2026-05-01T08:00:00.000Z', to: '2026-05-02T08:00:00.000Z' }), [
    first.id,
  ]);
  assert.deepEqual(await ids({ horse: other.horse }), []);
  assert.deepEqual(await ids({ horse: me.horse, surface: 'sand' }), []);

  await here.sessions.remove({ principal, session: second.id });
  const later = await ride(4, { startedAt: '2026-05-03T11:00:00+02:00' });
  await here.sessions.merge({ principal, session: third.id, other: later.id });
  await settled(here, principal, third.id);
  assert.deepEqual(await ids(), [first.id, third.id]);
});

test('rides that nobody knows the start of are counted, not shown', async (t) => {
  const { ride, numbers } = await yard(t);
  await ride(1, { startedAt: null });
  await ride(2);
  const { sessions, withoutStart } = await numbers();
  assert.deepEqual([sessions.length, withoutStart], [1, 1]);
});

test('while a newer algorithm is at work the numbers of the older one are there, and say whose they are', async (t) => {
  const { aggregation, here, ride, numbers } = await yard(t);
  await ride(1);
  await here.end();
  aggregation.version = '2.0.0';
  const before = await numbers();
  assert.deepEqual(
    before.sessions.map(({ algorithm }) => algorithm),
    ['scripted@1.0.0'],
  );
  assert.notEqual(before.columns[0]?.values[0], null);
});

test('numbers that were never written down, or cannot be read, leave the others where they are', async (t) => {
  const { here, ride, numbers } = await yard(t);
  const all = [await ride(1), await ride(2), await ride(3)];
  const set = (id: string | undefined, text: string | null) =>
    sql`update session_results set numbers = ${text}
      where id = (select result from session_sessions where id = ${id})`.execute(here.store.database.as());
  await set(all[0]?.id, null);
  await set(all[2]?.id, '{');
  const { sessions, columns } = await numbers();
  assert.deepEqual(
    sessions.map(({ id }) => id),
    [all[1]?.id],
  );
  assert.equal(columns[0]?.values.length, 1);
});

test('numbers are read as they were written', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}(\.[a-zA-Z]{1,8}){0,3}$/);
  const value = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((number) => !Object.is(number, -0));
  const quality = fc.constantFrom('good' as const, 'fair' as const, 'poor' as const);
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.tuple(value, quality), { noNullPrototype: true }),
      (numbers: Numbers) => {
        assert.deepEqual(fromText(toText(numbers)), numbers);
      },
    ),
  );
});

test('the numbers of a horse are found by an index, in order', async (t) => {
  const { here, me } = await yard(t);
  const filter = { ...unfiltered, horse: me.horse, from: day(1), to: day(9) };
  const query = numbersOfSessions(me.principal.account, filter);
  const { rows } = await sql`explain query plan ${query}`.execute(here.store.database.as());
  const plan = (rows as { detail: string }[]).map(({ detail }) => detail).join('\n');
  assert.match(
    plan,
    /USING INDEX session_sessions_of_horse \(owner=\? AND horse=\? AND sort_at>\? AND sort_at<\?\)/,
  );
  assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
});
