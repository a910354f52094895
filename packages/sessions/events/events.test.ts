import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import type { SessionEvent } from '../contract.ts';
import { scripted, untilAborted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, type Server, server, settled, upload } from '../testing/server.fixture.ts';
import { EventHub } from './hub.ts';

type Me = Awaited<ReturnType<typeof owner>>;

/** Everything from an event on, until one fits. */
async function collect(
  { sessions }: Server,
  { principal }: Me,
  after: string,
  until: (event: SessionEvent) => boolean,
  session: string | null = null,
): Promise<SessionEvent[]> {
  const seen: SessionEvent[] = [];
  for (let last = after; !seen.some(until); ) {
    const told = await sessions.events({ principal, session, after: last, waitSeconds: 30 });
    seen.push(...told.events);
    last = told.last;
  }
  return seen;
}

const present = async ({ sessions }: Server, { principal }: Me, session: string | null = null) =>
  sessions.events({ principal, session, after: null, waitSeconds: 30 });

test('whoever listens hears of every step, in order, with ids that rise', async (t) => {
  const aggregation = scripted((_, { onProgress }) => onProgress({ share: 0.5, step: 'reading' }));
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { last } = await present(here, me);
  const { session } = await upload(here, me, 'a ride');
  const heard = await collect(here, me, last, ({ kind }) => kind === 'done');
  assert.deepEqual(
    heard.map(({ kind, state }) => `${kind} ${state}`),
    ['state queued', 'state running', 'progress running', 'done done'],
  );
  assert.ok(heard.every((event) => event.session === session.id && event.horse === me.horse));
  assert.deepEqual(heard[2]?.progress, { share: 0.5, step: 'reading' });
  const numbers = heard.map(({ id }) => Number(id.split('-')[1]));
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
  assert.equal(new Set(numbers).size, numbers.length);
});

test('a failure is told with its reason', async (t) => {
  const aggregation = scripted(() => {
    throw new Failure('recording-rejected', { problem: 'x', detail: 'It is empty.' });
  });
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { last } = await present(here, me);
  await upload(here, me, 'a ride');
  const failed = (await collect(here, me, last, ({ kind }) => kind === 'failed')).at(-1);
  assert.deepEqual([failed?.state, failed?.reason], ['failed', 'It is empty.']);
});

test('whoever begins to listen, or comes back to a server that was started anew, gets what is so now', async (t) => {
  const aggregation = scripted((_, call) => untilAborted(call));
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  for (const after of [null, 'elsewhere-3', 'nonsense', '']) {
    const { events } = await here.sessions.events({
      principal: me.principal,
      session: null,
      after,
      waitSeconds: 30,
    });
    assert.deepEqual(
      events.map((event) => event.session),
      [session.id],
    );
  }
  aggregation.script = () => {};
  await here.end();
  await using restarted = here.start();
  await settled({ sessions: restarted }, me.principal, session.id);
  const { events } = await restarted.events({
    principal: me.principal,
    session: session.id,
    after: null,
    waitSeconds: 30,
  });
  assert.deepEqual(
    events.map(({ kind, state }) => [kind, state]),
    [['done', 'done']],
  );
});

test('nobody hears anything of others, nor can tell from the ids how much there was', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const [me, other] = [await owner(here), await owner(here)];
  const before = await present(here, me);
  const { session } = await upload(here, other, 'a ride');
  await settled(here, other.principal, session.id);
  const after = await here.sessions.events({
    principal: me.principal,
    session: null,
    after: before.last,
    waitSeconds: 0,
  });
  assert.deepEqual(after, { events: [], last: before.last });
  assert.deepEqual((await present(here, me)).events, []);
});

test('who listens to one session hears of no other', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const first = await upload(here, me, 'a ride');
  await settled(here, me.principal, first.session.id);
  const { last } = await present(here, me, first.session.id);
  const second = await upload(here, me, 'another');
  await settled(here, me.principal, second.session.id);
  const { events } = await here.sessions.events({
    principal: me.principal,
    session: first.session.id,
    after: last,
    waitSeconds: 0,
  });
  assert.deepEqual(events, []);
});

test('listening ends when the listener goes, and when the server does', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { last } = await present(here, me);
  const listen = { principal: me.principal, session: null, after: last, waitSeconds: 60 };
  const reason = new Error('the page was closed');
  await assert.rejects(here.sessions.events(listen, { signal: AbortSignal.timeout(1) }), {
    name: 'TimeoutError',
  });
  await assert.rejects(here.sessions.events(listen, { signal: AbortSignal.abort(reason) }), reason);
  const waiting = here.sessions.events(listen);
  await here.end();
  assert.deepEqual((await waiting).events, []);
});

test('the hub forgets the oldest events, and says so to whoever asks for them', () => {
  const hub = new EventHub('boot', 3);
  const happening = {
    kind: 'state',
    session: 's',
    horse: 'h',
    state: 'queued',
    reason: null,
    progress: null,
    at: '',
  } as const;
  for (let i = 0; i < 3; i++) hub.emit('me', happening);
  assert.equal(hub.since('me', 'boot-0', null)?.length, 3);
  hub.emit('other', happening);
  assert.equal(hub.since('me', 'boot-0', null), null);
  assert.equal(hub.since('me', 'boot-1', null)?.length, 2);
  assert.equal(hub.since('me', 'boot-3', null)?.length, 0);
  assert.equal(hub.since('me', 'boot-4', null), null);
  assert.equal(hub.since('me', 'boot-1.5', null), null);
  assert.equal(hub.last('other'), 'boot-1');
});
