/**
 * The path of a ride through all modules, gateway -> sessions -> aggregation -> trend, with the modules in two processes (the
 * default) and with each in a process of its own, asked over HTTP: latency, and what all processes of the system take of the
 * processor. Both systems run beside each other and are asked in turns; the figures are also drawn into docs/.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Api, administrator } from '../acceptance/support/api.fixture.ts';
import { startPlan } from '../acceptance/support/plan.fixture.ts';
import { shortRides } from '../acceptance/support/rides.fixture.ts';
import { type RideThrough, rideThrough } from './article-path/ride-through.ts';
import { type Reads, readSessions, readsInWords } from './article-path/session-reads.ts';
import { barChart } from './support/bar-chart.ts';
import { cpuSeconds } from './support/cpu-seconds.ts';
import { median, printFigure, quantile } from './support/figures.ts';

const plans = ['default', 'all-remote'] as const;
const rides = 25;
const warmUps = 5;
const turnsOfReads = 7;
const picture = new URL('../docs/article-path.svg', import.meta.url);

interface System {
  readonly api: Api;
  readonly horse: string;
  /** Of all its processes so far, in s. */
  cpu(): number;
  readonly through: RideThrough[];
  /** Of the processor, in ms a ride. */
  readonly cpuOfRides: number[];
  readonly reads: Reads[];
}

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-path-'));
try {
  if (process.platform !== 'linux')
    throw new Error('what processes take is read from /proc, which only Linux has');
  await using running = new AsyncDisposableStack();
  const systems = new Map<string, System>();
  for (const plan of plans) systems.set(plan, await start(plan, running));
  const { ride } = shortRides();
  for (let n = 0; n < warmUps + rides; n += 1)
    for (const system of systems.values()) await take(system, ride(n), n >= warmUps);
  for (let turn = 0; turn < turnsOfReads; turn += 1)
    for (const { api, reads, cpu } of systems.values())
      reads.push(await readSessions(api, await anySession(api), cpu));
  for (const [plan, system] of systems) print(plan, system);
  compare(systems.get('default')!, systems.get('all-remote')!);
  writeFileSync(picture, draw(systems));
} finally {
  rmSync(folder, { recursive: true });
}

async function start(plan: string, running: AsyncDisposableStack): Promise<System> {
  const deployment = running.use(await startPlan(plan, { folder: join(folder, plan) }));
  const api = await administrator(deployment);
  return {
    api,
    horse: await api.addHorse('Luna'),
    cpu: () => deployment.processes.reduce((sum, { serving }) => sum + cpuSeconds(serving.pid), 0),
    through: [],
    cpuOfRides: [],
    reads: [],
  };
}

async function take(
  { api, horse, cpu, through, cpuOfRides }: System,
  ride: Uint8Array<ArrayBuffer>,
  counts: boolean,
): Promise<void> {
  const before = cpu();
  const taken = await rideThrough(api, horse, ride);
  if (!counts) return;
  through.push(taken);
  cpuOfRides.push((cpu() - before) * 1000);
}

async function anySession(api: Api): Promise<string> {
  const { items } = await api.json<{ items: readonly { id: string }[] }>('/sessions?limit=1');
  return items[0]!.id;
}

function figuresOf({ through, cpuOfRides, reads }: System) {
  const ms = (part: keyof RideThrough) => median(through.map((each) => each[part]));
  const latency = (share: number) => median(reads.map(({ latencies }) => quantile(latencies, share)));
  return {
    kept: ms('kept'),
    analysed: ms('analysed'),
    trend: ms('trend'),
    whole: ms('whole'),
    // Counted in hundredths of a second: only the sum is worth something.
    cpuOfRide: cpuOfRides.reduce((sum, each) => sum + each, 0) / cpuOfRides.length,
    readP50: latency(0.5),
    readP99: latency(0.99),
    cpuOfRead: median(reads.map(({ cpu }) => cpu)),
  };
}

function print(plan: string, system: System): void {
  const { kept, analysed, trend, whole, cpuOfRide, readP50, readP99, cpuOfRead } = figuresOf(system);
  printFigure(`${plan}: a ride of two minutes, from its upload to the trend with it`, whole, {
    unit: 'ms',
    note:
      `kept ${kept.toFixed(0)}, analysed ${analysed.toFixed(0)}, trend ${trend.toFixed(1)} ms; ` +
      `${cpuOfRide.toFixed(0)} ms of the processor; medians of ${rides} in turns`,
  });
  const failed = system.reads.reduce((sum, each) => sum + each.failed, 0);
  printFigure(`${plan}: ${readsInWords}, p50`, readP50, {
    unit: 'ms',
    note: `p99 ${readP99.toFixed(1)} ms, ${cpuOfRead.toFixed(2)} ms of the processor each, ${failed} failed; medians of ${turnsOfReads} turns`,
  });
}

function compare(one: System, other: System): void {
  const [ours, theirs] = [figuresOf(one), figuresOf(other)];
  const ratio = (of: keyof typeof ours) => `${(theirs[of] / ours[of]).toFixed(2)} x`;
  console.log(
    `all-remote, of default: a ride ${ratio('whole')} as long for ${ratio('cpuOfRide')} the processor, ` +
      `a read ${ratio('readP50')} as long (p99 ${ratio('readP99')}) for ${ratio('cpuOfRead')} the processor`,
  );
}

function draw(systems: ReadonlyMap<string, System>): string {
  const bars = (of: keyof ReturnType<typeof figuresOf>) =>
    [...systems].map(([label, system]) => ({ label, value: figuresOf(system)[of] }));
  return barChart('The path of a ride, with modules together and apart', 'ms', [
    { name: 'upload to trend', bars: bars('whole') },
    { name: 'processor of that', bars: bars('cpuOfRide') },
    { name: '100 session reads, p50 x 100', bars: bars('readP50').map(hundredfold) },
    { name: 'processor of 100 reads', bars: bars('cpuOfRead').map(hundredfold) },
  ]);
}

function hundredfold<T extends { readonly value: number }>(bar: T): T {
  return { ...bar, value: bar.value * 100 };
}
