import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import { authContract } from '@piaffe/auth/contract';
import { bind, currentContext } from '@piaffe/kernel';
import { stableContract } from '@piaffe/stable/contract';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { analysedRide, rideCsv } from './testing/rides.fixture.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

interface Seen {
  readonly ask: string;
  readonly principal: string | null;
  readonly traceId: string | undefined;
  readonly tracestate: string | undefined;
  /** s from when it was asked. */
  readonly left: number;
}

/** The same client, which notes by what each call goes. */
function noted<C extends object>(name: string, client: C, seen: Seen[]): C {
  type Ask = (input: unknown, call?: { readonly deadline?: Date }) => Promise<unknown>;
  const asks = Object.entries(client as Record<string, Ask>).map(([operation, ask]) => {
    const noting: Ask = (input, call) => {
      const { principal, deadline, trace: within } = currentContext();
      const span = trace.getSpanContext(within);
      const until = Math.min(deadline, call?.deadline?.getTime() ?? Infinity);
      const tracestate = span?.traceState?.serialize();
      const left = (until - Date.now()) / 1000;
      seen.push({ ask: `${name}.${operation}`, principal, traceId: span?.traceId, tracestate, left });
      return ask(input, call);
    };
    return [operation, noting];
  });
  return Object.fromEntries(asks) as C;
}

test('what a request says of its trace, who asks and until when goes down to all that is asked for it', async (t) => {
  const seen: Seen[] = [];
  const gateway = await startGateway(t, {
    needs: ({ auth, stable, sessions, trend }) => ({
      auth: noted('auth', auth, seen),
      stable: noted('stable', stable, seen),
      sessions: noted('sessions', sessions, seen),
      trend: noted('trend', trend, seen),
    }),
  });
  const rider = await gateway.administrator();
  const { id: account } = (await rider.get('/account')).ok<{ id: string }>();
  const horse = await horseOf(rider);
  await analysedRide(rider, horse, 1, '&startedAt=2026-05-01T10:00:00Z');

  seen.splice(0);
  (await rider.get(`/horses/${horse}/trends`, { traceparent, tracestate: 'barn=1' })).ok();
  const asked = seen.splice(0);
  assert.deepEqual(
    asked.map(({ ask }) => ask),
    ['auth.authenticate', 'stable.horse', 'sessions.numbers', 'stable.horseEvents', 'trend.trend'],
  );
  assert.ok(asked.every((each) => each.traceId === traceId && each.left > 5 && each.left <= 10));
  assert.ok(asked.every(({ tracestate }) => tracestate === 'barn=1'));
  // Nobody is known before; and what is told once for all who ask is nobody's.
  assert.deepEqual(
    asked.map(({ principal }) => principal),
    [null, account, account, account, null],
  );
  const line = gateway.logged.findLast((line) => line.includes('/trends'));
  assert.match(line ?? '', new RegExp(traceId));

  await rider.get('/horses');
  const [first, second] = seen.splice(0);
  assert.match(first?.traceId ?? '', /^[0-9a-f]{32}$/);
  assert.equal(first?.traceId, second?.traceId);
  await rider.get('/horses');
  assert.notEqual(seen.splice(0)[0]?.traceId, first?.traceId);

  const query = `?horse=${horse}`;
  const slowly = new ReadableStream({
    async start(controller) {
      for (const piece of [rideCsv(2).slice(0, 2000), rideCsv(2).slice(2000)]) {
        await new Promise((resolve) => setTimeout(resolve, 400));
        controller.enqueue(new TextEncoder().encode(piece));
      }
      controller.close();
    },
  });
  (await rider.send('POST', `/recordings${query}`, { body: slowly })).ok();
  const uploading = seen.splice(0);
  assert.ok(uploading.some(({ ask }) => ask === 'sessions.keep'));
  // Each from when it is asked: the bytes may take hours.
  const keeping = uploading.filter(({ ask }) => ask !== 'sessions.work');
  assert.ok(keeping.every(({ left }) => left > 9.9 && left <= 10));
  assert.equal(new Set(uploading.map((each) => each.traceId)).size, 1);
});

test('a part that hangs is answered for within the deadline, with what one does without meanwhile', async (t) => {
  const never = () => new Promise<never>(() => {});
  let hung = '';
  const gateway = await startGateway(t, {
    limits: { seconds: { answer: 0.4 } as never },
    needs: ({ auth, stable }) => ({
      auth: bind(authContract, {
        ...auth,
        authenticate: (input) => (hung === 'auth' ? never() : auth.authenticate(input)),
      }),
      stable: bind(stableContract, {
        ...stable,
        horses: (input) => (hung === 'stable' ? never() : stable.horses(input)),
      }),
    }),
  });
  const rider = await gateway.administrator();
  (await rider.get('/horses')).ok();
  for (const need of ['auth', 'stable']) {
    hung = need;
    const begun = performance.now();
    const answer = await rider.get('/horses');
    const took = performance.now() - begun;
    assert.deepEqual([answer.status, answer.problem()], [504, 'too-slow']);
    assert.equal((JSON.parse(answer.text) as { need: string }).need, need);
    assert.ok(took >= 390, `${took}`);
  }
  hung = '';
  (await rider.get('/horses')).ok();
});
