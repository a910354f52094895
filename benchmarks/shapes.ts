/**
 * What riders feel while rides are analysed, by where the analysis runs: on the thread of the API, in a worker thread of its
 * process (a trusted plugin), or in a process beside it. One server of each kind, measured in turns; the figures are also
 * drawn into docs/.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../acceptance/support/api.fixture.ts';
import { startServer } from '../acceptance/support/server.fixture.ts';
import { compareLatencyAtWork, type LatencyAtWork, loadInWords } from './server/latency-at-work.ts';
import { writeComputationPlans } from './shapes/computation-plans.ts';
import { barChart } from './support/bar-chart.ts';
import { printFigure } from './support/figures.ts';
import { hourRides } from './support/hour-ride.ts';
import { keepRides } from './support/keep-rides.ts';

const ridesInTheQueue = 4;
const picture = new URL('../docs/where-computation-runs.svg', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-shapes-'));
try {
  const hour = hourRides();
  await using running = new AsyncDisposableStack();
  const servers = new Map<
    string,
    { api: Awaited<ReturnType<typeof administrator>>; sessions: readonly string[] }
  >();
  for (const { name, plan } of writeComputationPlans(folder)) {
    const server = running.use(await startServer({ folder: join(folder, name), flags: ['--plan', plan] }));
    const api = await administrator(server);
    const horse = await api.addHorse('Luna');
    const rides = Array.from({ length: ridesInTheQueue }, (_, n) => hour.ride(n));
    servers.set(name, { api, sessions: await keepRides(api, horse, rides) });
  }
  const measured = await compareLatencyAtWork(servers);
  for (const [name, latency] of measured) print(name, latency);
  writeFileSync(picture, draw(measured));
} finally {
  rmSync(folder, { recursive: true });
}

function print(name: string, { idle, atWork, completed, failed }: LatencyAtWork): void {
  printFigure(`API p99 at work, of that idle; computation ${name}`, atWork.p99 / idle.p99, {
    unit: 'x',
    ...(name === 'in a process' ? { atMost: 1.5 } : {}),
    note:
      `p50 ${idle.p50.toFixed(2)} -> ${atWork.p50.toFixed(2)} ms, p99 ${idle.p99.toFixed(1)} -> ${atWork.p99.toFixed(1)} ms ` +
      `at ${loadInWords}; ${completed} analyses completed meanwhile, ${failed} requests failed`,
  });
}

function draw(measured: ReadonlyMap<string, LatencyAtWork>): string {
  const groups = [...measured].map(([name, { idle, atWork, completed }]) => ({
    name: `${name}: ${completed} analyses`,
    bars: [
      { label: 'p99 idle', value: idle.p99 },
      { label: 'p99 at work', value: atWork.p99 },
    ],
  }));
  return barChart('The API at 300 requests/s, by where rides are analysed', 'ms', groups);
}
