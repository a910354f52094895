import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionResult } from '@piaffe/aggregation/contract';
import { Unavailable } from '@piaffe/kernel';
import type { Session } from '@piaffe/sessions/contract';
import type { PartHealth } from './contract.ts';
import type { Degradation } from './degraded.ts';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { partLike } from './testing/parts.fixture.ts';
import { analysed, analysedRide, rideCsv } from './testing/rides.fixture.ts';

interface Lacking {
  readonly degraded?: readonly Degradation[];
}

const kept = 'They are kept and wait.';
const aggregationDown = partLike('aggregation', {
  state: 'down',
  featuresLost: ['analysis'],
  answers: { analysis: kept },
});

test('rides that wait for an analysis that nobody can do say so wherever they are shown, and only they', async (t) => {
  let parts: readonly PartHealth[] = [];
  const gateway = await startGateway(t, { needs: () => ({ health: () => parts }) });
  const rider = await gateway.administrator();
  const horse = await horseOf(rider);
  const before = await analysedRide(rider, horse, 1, '');
  parts = [aggregationDown];
  const lacking = [{ feature: 'analysis', answer: kept, since: '2026-11-23T06:00:00.000Z', retryAfter: 5 }];
  const degradedOf = async (path: string) => (await rider.get(path)).ok<Lacking>().degraded;
  const waiting = (await rider.upload(horse, rideCsv(2))).ok<Lacking & { session: Session }>();
  assert.deepEqual(waiting.degraded, lacking);
  const { session } = waiting;
  const opened = (await rider.get(`/sessions/${session.id}`)).ok<Session & Lacking>();
  if (opened.state !== 'done') assert.deepEqual(opened.degraded, lacking);
  assert.deepEqual(await degradedOf(`/horses/${horse}`), lacking);
  assert.deepEqual(await degradedOf('/degraded'), lacking);
  assert.equal(await degradedOf(`/sessions/${before}`), undefined);
  assert.equal(await degradedOf(`/sessions/${before}/result`), undefined);
  await analysed(rider, session.id);
  assert.equal(await degradedOf('/sessions'), undefined);
  parts = [partLike('aggregation')];
  assert.equal(await degradedOf(`/horses/${horse}`), undefined);
  assert.deepEqual(await degradedOf('/degraded'), []);
});

test('a ride waits with the reason, too, when who analyses is there and answers nothing that can be used', async (t) => {
  const gateway = await startGateway(t, {
    needs: ({ sessions }) => ({
      sessions: {
        ...sessions,
        work: async () => ({ ...(await sessions.work({})), blocked: 'It is broken.' }),
      },
    }),
  });
  const rider = await gateway.administrator();
  const { degraded } = (await rider.upload(await horseOf(rider), rideCsv(3))).ok<Lacking>();
  assert.deepEqual(
    degraded?.map(({ feature, since }) => ({ feature, since })),
    [{ feature: 'analysis', since: null }],
  );
  assert.match(degraded![0]!.answer, /arrives by itself/);
});

test('without who knows horses and riders a ride opens, without their names and with the reason', async (t) => {
  const away = () =>
    Promise.reject(
      new Unavailable('stable', 'down', 'stable is not running at the moment', { retryAfter: 1 }),
    );
  let isAway = false;
  const gateway = await startGateway(t, {
    stable: (stable) => ({
      ...stable,
      horse: (...asked) => (isAway ? away() : stable.horse(...asked)),
      horses: (...asked) => (isAway ? away() : stable.horses(...asked)),
    }),
  });
  const rider = await gateway.administrator();
  const session = await analysedRide(rider, await horseOf(rider), 1, '');
  const opened = async () => (await rider.get(`/sessions/${session}/result`)).ok<SessionResult & Lacking>();
  const whole = await opened();
  assert.equal(whole.context.horse, 'Quarz');
  isAway = true;
  const { degraded, ...without } = await opened();
  assert.deepEqual(without, { ...whole, context: { ...whole.context, horse: null } });
  assert.deepEqual(
    degraded?.map(({ feature, retryAfter }) => ({ feature, retryAfter })),
    [{ feature: 'horses', retryAfter: 1 }],
  );
  assert.match(degraded![0]!.answer, /^Horses cannot be shown .* Rides can be opened as always\.$/);
  const exported = await rider.get('/export');
  assert.deepEqual([exported.status, exported.problem()], [503, 'unavailable']);
});
