import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Session } from '@piaffe/sessions/contract';
import type { Browser } from './testing/browser.fixture.ts';
import { type Gateway, horseOf, startGateway, tokenOf } from './testing/gateway.fixture.ts';

interface Stream {
  readonly status: number;
  /** Reads on until what came matches. */
  until(pattern: RegExp): Promise<string>;
  /** Everything until the server ends it. */
  rest(): Promise<string>;
  close(): void;
}

async function follow(
  t: TestContext,
  gateway: Gateway,
  headers: Record<string, string>,
  path = '/events',
): Promise<Stream> {
  const closing = new AbortController();
  t.after(() => closing.abort());
  const response = await fetch(`${gateway.url}/api/v1${path}`, { headers, signal: closing.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  const more = async () => {
    const { value = '', done } = await reader.read();
    told += value;
    return !done;
  };
  return {
    status: response.status,
    async until(pattern) {
      while (!pattern.test(told)) assert.ok(await more(), `it ended after: ${told}`);
      return told;
    },
    async rest() {
      while (await more());
      return told;
    },
    close: () => closing.abort(),
  };
}

const shown = (browser: Browser) => ({ cookie: browser.cookie() });

async function handIn(rider: Browser, file: string): Promise<string> {
  const answer = await rider.upload(await horseOf(rider), file);
  return answer.ok<{ session: Session }>().session.id;
}

test('what happens to one’s own sessions is told as it happens, and nothing of anybody else’s', async (t) => {
  const gateway = await startGateway(t);
  const mine = await gateway.rider('mine');
  const other = await gateway.rider('other');
  const stream = await follow(t, gateway, shown(mine));
  await stream.until(/retry: \d+\n\n/);
  const theirs = await handIn(other, 'not a recording');
  const id = await handIn(mine, 'not a recording either');
  const told = await stream.until(/event: failed\n/);
  assert.match(told, /id: \S+\nevent: state\ndata: \{.*"state":"queued".*\}\n\n/);
  assert.ok(told.includes(id));
  assert.ok(!told.includes(theirs));
});

test('whoever comes back with the last id is told what happened meanwhile, once', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const first = await follow(t, gateway, shown(rider));
  await first.until(/retry/);
  await handIn(rider, 'one');
  const told = await first.until(/event: failed/);
  const last = [...told.matchAll(/^id: (.+)$/gm)].at(-1)![1]!;
  first.close();

  const missed = await handIn(rider, 'two');
  const second = await follow(t, gateway, { ...shown(rider), 'last-event-id': last });
  const then = await second.until(/event: failed/);
  const sessions = [...then.matchAll(/"session":"(\w+)"/g)].map(([, id]) => id);
  assert.deepEqual([...new Set(sessions)], [missed]);
});

test('a stream of one session begins with its state', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const id = await handIn(rider, 'one');
  const stream = await follow(t, gateway, shown(rider), `/sessions/${id}/events`);
  assert.match(await stream.until(/data: /), new RegExp(`"session":"${id}"`));
});

test('a quiet stream has a heartbeat, and ends soon after its owner signs out', async (t) => {
  const gateway = await startGateway(t, { limits: { heartbeatSeconds: 0.05 } });
  const rider = await gateway.administrator();
  const stream = await follow(t, gateway, shown(rider));
  await stream.until(/(: heartbeat\n\n){3}/);
  await rider.post('/sign-out');
  await stream.rest();
});

test('a suspended account’s streams end, those by token too', async (t) => {
  const gateway = await startGateway(t, { limits: { heartbeatSeconds: 0.05 } });
  const rider = await gateway.rider('rider');
  const { id } = (await rider.get('/account')).ok<{ id: string }>();
  const byToken = await follow(t, gateway, await tokenOf(rider, 'read'));
  const byCookie = await follow(t, gateway, shown(rider));
  const administrator = await gateway.administrator();
  (await administrator.json('PATCH', `/accounts/${id}`, { suspended: true })).ok();
  await Promise.all([byToken.rest(), byCookie.rest()]);
});

test('an account has so many streams at once and no more; a closed one makes room', async (t) => {
  const gateway = await startGateway(t, { limits: { eventStreamsPerAccount: 2 } });
  const rider = await gateway.administrator();
  const other = await gateway.rider('other');
  const [first] = [await follow(t, gateway, shown(rider)), await follow(t, gateway, shown(rider))];
  const refused = await rider.get('/events');
  assert.equal(refused.problem(), 'too-many-event-streams');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.equal((await follow(t, gateway, shown(other))).status, 200);
  first?.close();
  while ((await follow(t, gateway, shown(rider))).status !== 200);
});

test('draining ends the streams and nothing else', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const stream = await follow(t, gateway, shown(rider));
  await stream.until(/retry/);
  await gateway.drain(600);
  await stream.rest();
});
