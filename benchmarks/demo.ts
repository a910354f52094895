/**
 * The demo stable as a first start makes it: how long until all of it is analysed, what it takes on the disk, and how long
 * somebody who looks at the list of rides meanwhile waits. The load comes from a process of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Api, administrator } from '../acceptance/support/api.fixture.ts';
import { startServer } from '../acceptance/support/server.fixture.ts';
import { bytesBelow } from './support/bytes-below.ts';
import { cpuSeconds } from './support/cpu-seconds.ts';
import { printFigure, quantile } from './support/figures.ts';
import { load } from './support/load.ts';

const perSecond = 50;
const secondsOfLoad = 15;

interface Demo {
  readonly state: 'none' | 'seeding' | 'ready' | 'removing';
  readonly done: number;
  readonly total: number;
}

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-demo-'));
try {
  const began = performance.now();
  await using server = await startServer({ folder, demo: true });
  const usableAfter = (performance.now() - began) / 1000;
  const api = await administrator(server);
  await analysedRides(api, 10);
  const order = { seconds: secondsOfLoad, perSecond, connections: 5, headers: api.headers };
  const meanwhile = await load({ ...order, url: `${api.url}/api/v1/sessions?limit=50` });
  const { state, total } = await analysedRides(api, Number.POSITIVE_INFINITY);
  const seconds = (performance.now() - began) / 1000;
  const cpu =
    process.platform === 'linux' ? `${cpuSeconds(server.pid).toFixed(0)} s of CPU` : 'CPU not measured';
  const { items } = await api.json<{ items: readonly { state: string }[] }>('/sessions?limit=200');
  const analysed = items.filter((session) => session.state === 'done').length;

  printFigure('the demo stable, until all is analysed', seconds / 60, {
    unit: 'min',
    atMost: 3,
    note: `${analysed} of ${total} rides analysed, ${state}; ${cpu}; pages usable after ${usableAfter.toFixed(1)} s`,
  });
  const afterwards = await load({ ...order, url: `${api.url}/api/v1/sessions?limit=50` });
  server.kill('SIGTERM');
  await server.ended;
  printFigure('the demo stable on the disk', bytesBelow(folder) / 1e6, {
    unit: 'MB',
    atMost: 150,
    note: 'recordings, results, series and database, the server stopped',
  });
  printFigure('a list of 50 rides meanwhile, p99', quantile(meanwhile.latencies, 0.99), {
    unit: 'ms',
    note:
      `${quantile(afterwards.latencies, 0.99).toFixed(1)} ms afterwards; medians ${quantile(meanwhile.latencies, 0.5).toFixed(1)} and ` +
      `${quantile(afterwards.latencies, 0.5).toFixed(1)} ms; ${perSecond} requests/s for ${secondsOfLoad} s, ${meanwhile.failed} failed`,
  });
  if (analysed !== total) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Waits until so many rides are analysed, or all. */
async function analysedRides(api: Api, rides: number): Promise<Demo> {
  for (;;) {
    const demo = await api.json<Demo>('/demo');
    if (demo.state !== 'seeding' || demo.done >= rides) return demo;
    await setTimeout(500);
  }
}
