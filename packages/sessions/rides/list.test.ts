import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { sql } from 'kysely';
import { scripted, untilAborted } from '../testing/scripted-aggregation.fixture.ts';
import {
  everything,
  nothingSaid,
  owner,
  type Server,
  server,
  settled,
  until,
  upload,
} from '../testing/server.fixture.ts';
import { listedSessions } from './list.ts';

type Me = Awaited<ReturnType<typeof owner>>;

async function yard(t: TestContext, aggregation = scripted()) {
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const listed = async (more: object = {}) => {
    const page = await here.sessions.list({ ...everything, principal: me.principal, ...more });
    return { ...page, names: page.items.map(({ recordings }) => recordings[0]?.name) };
  };
  return { here, me, listed };
}

const day = (here: Server, me: Me, number: number, more: object = {}) =>
  upload(here, me, `ride ${number}`, {
    name: `${number}`,
    startedAt: `2026-05-${`${number}`.padStart(2, '0')}T10:00:00+02:00`,
    ...more,
  });

test('the latest ride comes first, whenever it was handed in; one without a start counts from when it came', async (t) => {
  const { here, me, listed } = await yard(t);
  for (const number of [3, 1, 2]) await day(here, me, number);
  await day(here, me, 9, { startedAt: null });
  // Later on the clock, but earlier in the world.
  await upload(here, me, 'from the east', { name: 'east', startedAt: '2026-05-02T12:00:00+09:00' });
  const { session } = await upload(here, me, 'late', { name: 'now', startedAt: here.now().toISOString() });
  await settled(here, me.principal, session.id);
  assert.deepEqual((await listed()).names, ['now', '9', '3', '2', 'east', '1']);
});

test('pages follow each other without repeating or leaving out, though rides come in meanwhile', async (t) => {
  const { here, me, listed } = await yard(t);
  for (let number = 10; number < 20; number++) await day(here, me, number);
  const seen: (string | undefined)[] = [];
  let after: string | null = null;
  do {
    const { names, next }: { names: (string | undefined)[]; next: string | null } = await listed({
      limit: 3,
      after,
    });
    seen.push(...names);
    if (seen.length === 3) {
      await day(here, me, 25);
      await day(here, me, 5);
    }
    after = next;
  } while (after !== null);
  assert.deepEqual(seen, ['19', '18', '17', '16', '15', '14', '13', '12', '11', '10', '5']);
});

test('a place at which no page ended is refused', async (t) => {
  const { listed } = await yard(t);
  for (const after of ['', 'x', '~', 'null', "2026-01-01T00:00:00.000Z~' or 1"])
    await assert.rejects(listed({ after }), { code: 'after-not-valid' });
});

test('rides are chosen by horse, by state, and by whether they were removed', async (t) => {
  const aggregation = scripted(async ({ inputs }, call) => {
    if (inputs[0]?.startedAt?.startsWith('2026-05-01'))
      throw new Failure('recording-rejected', { problem: 'empty', detail: 'There is nothing in it.' });
    if (inputs[0]?.startedAt?.startsWith('2026-05-04')) await untilAborted(call);
  });
  const { here, me, listed } = await yard(t, aggregation);
  const other = await owner(here, me.principal);
  const kept = [
    await day(here, me, 1),
    await day(here, me, 2, { horse: other.horse }),
    await day(here, me, 3),
  ];
  for (const { session } of kept) await settled(here, me.principal, session.id);
  await day(here, me, 4);
  await until(async () => (await here.sessions.work({})).running > 0);
  await day(here, me, 5);
  await here.sessions.remove({ principal: me.principal, session: kept[2]?.session.id ?? '' });

  assert.deepEqual((await listed({ horse: other.horse })).names, ['2']);
  assert.deepEqual((await listed({ state: 'failed' })).names, ['1']);
  assert.deepEqual((await listed({ state: 'done' })).names, ['2']);
  assert.deepEqual((await listed({ state: 'running' })).names, ['4']);
  assert.deepEqual((await listed({ state: 'queued' })).names, ['5']);
  assert.deepEqual((await listed({ removed: true })).names, ['3']);
});

test('rides are chosen by when they were, and by what is said about them', async (t) => {
  const { here, me, listed } = await yard(t);
  const rider = (await here.stable.addRider({ principal: me.principal, name: 'Mira' })).id;
  const said = (more: object) => ({ context: { ...nothingSaid, ...more } });
  await day(here, me, 1, said({ type: 'dressage', surface: 'sand' }));
  await day(here, me, 2, said({ type: 'dressage', surface: 'grass', rider }));
  await day(here, me, 3, said({ type: 'jumping', surface: 'grass' }));
  await upload(here, me, 'ride 4', { name: 'today' });

  assert.deepEqual((await listed({ type: 'dressage' })).names, ['2', '1']);
  assert.deepEqual((await listed({ type: 'dressage', surface: 'grass' })).names, ['2']);
  assert.deepEqual((await listed({ rider })).names, ['2']);
  assert.deepEqual((await listed({ type: 'Dressage' })).names, []);
  const [first, third] = ['2026-05-01T08:00:00.000Z', '2026-05-03T08:00:00.000Z'];
  assert.deepEqual((await listed({ from: first, to: third })).names, ['2', '1']);
  assert.deepEqual((await listed({ from: third })).names, ['today', '3']);
  const page = await listed({ surface: 'grass', limit: 1 });
  assert.deepEqual(page.names, ['3']);
  assert.deepEqual((await listed({ surface: 'grass', limit: 1, after: page.next })).names, ['2']);
});

test('whatever is asked for, a page is found by an index, in order', async (t) => {
  const { here, me } = await yard(t);
  const [from, to] = ['2026-05-01T08:00:00.000Z', '2026-06-01T08:00:00.000Z'];
  const asked: readonly [object, string][] = [
    [{}, 'session_sessions_listed (owner=?)'],
    [{ type: 'dressage', from, to }, 'session_sessions_listed (owner=? AND sort_at>? AND sort_at<?)'],
    [{ horse: me.horse, surface: 'sand' }, 'session_sessions_of_horse (owner=? AND horse=?)'],
    [
      { horse: me.horse, from, to },
      'session_sessions_of_horse (owner=? AND horse=? AND sort_at>? AND sort_at<?)',
    ],
    [{ state: 'failed', from }, 'session_sessions_in_state (owner=? AND state=? AND sort_at>?)'],
    [{ removed: true }, 'session_sessions_removed (owner=?)'],
  ];
  for (const [more, index] of asked) {
    const query = listedSessions({ ...everything, principal: me.principal, ...more }, here.now());
    const { rows } = await sql<{ detail: string; parent: number }>`
      explain query plan ${query}`.execute(here.store.database.as());
    const plan = rows.filter(({ parent }) => parent === 0).map(({ detail }) => detail);
    assert.equal(plan[0], `SEARCH s USING INDEX ${index}`);
    assert.ok(!plan.some((detail) => detail.includes('TEMP B-TREE')), plan.join('\n'));
  }
});

test('a list tells how many notes a ride has, and the ride itself what they say', async (t) => {
  const { here, me, listed } = await yard(t);
  const { session } = await day(here, me, 1);
  const own = { principal: me.principal, session: session.id };
  for (const at of [1, 2, null]) await here.sessions.addNote({ ...own, at, text: 'stiff' });
  const [item] = (await listed()).items;
  assert.equal(item?.noteCount, 3);
  assert.ok(!JSON.stringify(item).includes('stiff'));
  assert.equal((await here.sessions.session(own)).notes.length, 3);
});

test('a row that is damaged does not take the whole list with it', async (t) => {
  const { here, me, listed } = await yard(t);
  for (const number of [1, 2, 3, 4]) {
    const { session } = await day(here, me, number);
    await settled(here, me.principal, session.id);
  }
  const database = here.store.database.as();
  const sessionOf = (name: string) => sql`(select session from session_recordings where name = ${name})`;
  await sql`update session_sessions set trim_from = 0, trim_to = 9e999 where id = ${sessionOf('3')}`.execute(
    database,
  );
  await sql`update session_results set overview = '{' where id = (
    select result from session_sessions where id = ${sessionOf('2')}
  )`.execute(database);
  assert.deepEqual((await listed()).names, ['4', '1']);
  const { names, next } = await listed({ limit: 2 });
  assert.deepEqual([names, (await listed({ limit: 2, after: next })).names], [['4'], ['1']]);
});
