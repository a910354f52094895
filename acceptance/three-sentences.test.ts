import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import type { TrendInput } from '@piaffe/trend/contract';
import { analysed } from './suite/analysed.ts';
import { refused } from './suite/refused.ts';
import { type Guest, meet } from './suite/tested.ts';
import { type Api, apiAs, signInToken } from './support/api.fixture.ts';
import { type Deployment, plansAmong, startPlan } from './support/plan.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { runPiaffe } from './support/server.fixture.ts';

const scratch = await scratchFolder();
const rides = shortRides();
const days = [1, 2, 3, 4];
const startOf = (day: number) => `2026-05-0${day}T10:00:00.000Z`;
const metric = 'gaits.trot.cadence';

const start = (plan: string, why: string) => startPlan(plan, { folder: join(scratch, `${plan}-${why}`) });

async function guestOf({ url, folder }: Deployment): Promise<Guest> {
  return (await meet({ url, signInToken: await signInToken(folder) })).guest();
}

/** Takes a part away, as far as a plan lets it be taken: its process, or what stands between it and those who ask. */
async function takeAway(deployment: Deployment, module: string): Promise<() => Promise<void>> {
  const process = deployment.processOf(module);
  if (process.modules.length === 1) {
    await process.stop();
    return () => process.start();
  }
  await process.serving.order(module, 'down');
  return () => process.serving.order(module, null);
}

for (const plan of plansAmong(['all-remote', 'default', 'all-here', 'one-process-http', 'plugin'])) {
  test(`auth is down: the API still answers, at once, with a meaningful error and a 5xx status (${plan})`, async () => {
    await using deployment = await start(plan, 'auth');
    const { program, name, password } = await guestOf(deployment);
    const horse = await program.addHorse('Luna');
    const giveBack = await takeAway(deployment, 'auth');

    const asked = [
      () => program.fetch('/horses'),
      () => program.fetch(`/horses/${horse}/trends`),
      () => program.fetch('/sessions'),
      () => program.fetch('/events'),
      () => program.send('POST', '/riders', { name: 'Me' }),
      () => program.fetch(`/recordings?horse=${horse}`, { method: 'POST', body: rides.ride(1) }),
      () => apiAs(deployment.url, {}).send('POST', '/sign-in', { name, password }),
    ];
    for (const ask of asked) {
      const { need, detail, retryAfter } = await refused(await ask(), 503, 'unavailable');
      assert.equal(need, 'auth');
      assert.ok(detail.length > 20 && retryAfter! > 0, detail);
    }
    assert.equal((await fetch(`${deployment.url}/health/live`)).status, 200);
    assert.equal((await fetch(`${deployment.url}/api/v1/openapi.json`)).status, 200);

    await giveBack();
    while (!(await program.fetch('/horses')).ok) await setTimeout(50);
    assert.equal((await program.all('/horses')).length, 1);
    assert.deepEqual(await program.all('/sessions'), []);
  });
}

for (const plan of plansAmong(['two-processes', 'remote', 'all-remote'])) {
  test(`the gateway is down: data scientists still run aggregation and trend on new data (${plan})`, async () => {
    await using deployment = await start(plan, 'gateway');
    const computation = deployment.processOf('aggregation').serving;
    await deployment.processOf('gateway').stop();
    await assert.rejects(fetch(`${deployment.url}/health/live`));

    const post = async <T>(path: string, body: Uint8Array<ArrayBuffer> | string) => {
      const answer = await fetch(`${computation.url}${path}`, { method: 'POST', body });
      assert.equal(answer.status, 200, await answer.clone().text());
      return (await answer.json()) as T;
    };
    const results: object[] = [];
    for (const day of days)
      results.push(await post(`/v1/metrics?startedAt=${startOf(day)}`, rides.ride(day)));
    const { sessions, metrics } = await post<Trend>('/v1/trends', JSON.stringify(results));
    assert.equal(sessions.length, days.length);
    assert.equal(metrics.find((each) => each.metric === metric)?.points.value.length, days.length);
  });
}

for (const plan of plansAmong(['default', 'all-here'])) {
  test(`the gateway is down: data scientists still run aggregation and trend on new data (${plan}: piaffe call)`, async () => {
    await using deployment = await start(plan, 'gateway');
    await deployment.processOf('gateway').stop();
    const call = async <T>(operation: string, input: Uint8Array, flags: readonly string[] = []) => {
      const { code, stdout, stderr } = await runPiaffe(['call', operation, ...flags], { input });
      assert.equal(code, 0, stderr);
      return JSON.parse(stdout) as T;
    };
    const results = [];
    for (const day of days.slice(0, 2))
      results.push(
        await call<Computed>('aggregation.aggregate', rides.ride(day), ['--started-at', startOf(day)]),
      );
    const { sessions, metrics } = await call<Trend>(
      'trend.trend',
      Buffer.from(JSON.stringify(asked(results))),
    );
    assert.equal(sessions.length, results.length);
    assert.ok(metrics.find((each) => each.metric === metric)?.points.value.every((value) => value! > 50));
  });
}

for (const plan of plansAmong(['two-processes', 'remote', 'all-remote'])) {
  test(`aggregation is down: riders still open all they had; the new ride says why it waits, and arrives by itself (${plan})`, async () => {
    await using deployment = await start(plan, 'aggregation');
    const { program } = await guestOf(deployment);
    const horse = await program.addHorse('Luna');
    const known = await program.upload(horse, rides.ride(1), `&startedAt=${startOf(1)}`);
    assert.equal((await analysed(program, known.session.id)).state, 'done');
    const computing = deployment.processes.filter(({ modules }) => modules.includes('aggregation'));
    const [first, ...others] = computing;
    await first!.stop();
    if (others.length > 0) {
      const elsewhere = await program.upload(horse, rides.ride(3), `&startedAt=${startOf(3)}`);
      assert.equal((await analysed(program, elsewhere.session.id)).state, 'done');
    }
    for (const process of others) await process.stop();

    const { session } = await program.upload(horse, rides.ride(2), `&startedAt=${startOf(2)}`);
    for (const part of ['', '/result', '/series', '/recording', '/series?format=csv'])
      assert.equal((await program.fetch(`/sessions/${known.session.id}${part}`)).status, 200, part);
    for (const list of ['/sessions', '/horses', `/horses/${horse}`])
      assert.equal((await program.fetch(list)).status, 200, list);
    const why = await reasonToWait(program, session.id);
    assert.ok(why.answer.length > 20 && why.retryAfter > 0, JSON.stringify(why));

    for (const process of computing) await process.start();
    assert.equal((await analysed(program, session.id)).state, 'done');
  });
}

interface Degradation {
  readonly feature: string;
  readonly answer: string;
  readonly retryAfter: number;
}

/** What a ride that waits says of the analysis that it lacks, once it is noticed that nobody can do it. */
async function reasonToWait(program: Api, id: string): Promise<Degradation> {
  for (let looks = 0; ; looks += 1) {
    const { state, degraded = [] } = await program.json<Session & { degraded?: readonly Degradation[] }>(
      `/sessions/${id}`,
    );
    const why = degraded.find(({ feature }) => feature === 'analysis');
    if (why !== undefined && state === 'queued') return why;
    assert.ok(looks < 100, `it is ${state} and does not say why: ${JSON.stringify(degraded)}`);
    await setTimeout(100);
  }
}

interface Computed {
  readonly result: {
    readonly algorithm: { readonly name: string; readonly version: string };
    readonly metrics: { readonly gaits: { readonly trot: { readonly cadence: { readonly value: number } } } };
  };
}

interface Trend {
  readonly sessions: readonly unknown[];
  readonly metrics: readonly {
    readonly metric: string;
    readonly points: { readonly value: readonly (number | null)[] };
  }[];
}

/** What trend is asked about results, as whoever has them would put it together. */
function asked(results: readonly Computed[]): TrendInput {
  return {
    sessions: results.map(({ result: { algorithm } }, n) => ({
      id: `ride ${n}`,
      startedAt: startOf(days[n]!),
      algorithm: `${algorithm.name}@${algorithm.version}`,
      ...{ type: null, surface: null, rider: null, mount: null },
    })),
    metrics: [
      {
        name: metric,
        values: results.map(({ result }) => result.metrics.gaits.trot.cadence.value),
        qualities: results.map(() => 'good'),
      },
    ],
    times: [],
    events: [],
    timeZone: 'Europe/Berlin',
    until: null,
  };
}
