import { setTimeout } from 'node:timers/promises';
import type { Api } from '../../acceptance/support/api.fixture.ts';
import { median, printFigure, quantile } from '../support/figures.ts';
import { type LoadReport, load } from '../support/load.ts';

const rounds = 5;
const seconds = 8;
const perSecond = 300;
const connections = 20;

/**
 * A session read 300 times a second, in turns with nothing else to do and with analyses queued without end. Rides are
 * queued again by trimming them otherwise, so that the reads compete with analyses and not with uploads.
 */
export async function measureLatencyAtWork(api: Api, sessions: readonly string[]): Promise<void> {
  const order = {
    url: `${api.url}/api/v1/sessions/${sessions[0]}`,
    headers: api.headers,
    seconds,
    perSecond,
    connections,
  };
  const idle: LoadReport[] = [];
  const atWork: LoadReport[] = [];
  let completed = 0;
  for (let round = 0; round < rounds; round += 1) {
    idle.push(await load(order));
    const queue = keepQueued(api, sessions);
    await queue.begun;
    atWork.push(await load(order));
    completed += await queue.stop();
    for (const session of sessions) await api.settled(session);
  }
  const p99 = (reports: readonly LoadReport[]) =>
    median(reports.map(({ latencies }) => quantile(latencies, 0.99)));
  const failed = [...idle, ...atWork].reduce((sum, report) => sum + report.failed, 0);
  printFigure('API p99 at work, of that idle', p99(atWork) / p99(idle), {
    unit: 'x',
    atMost: 1.5,
    note:
      `${p99(atWork).toFixed(1)} ms beside ${p99(idle).toFixed(1)} ms at ${perSecond} requests/s, medians of ${rounds} turns of ${seconds} s; ` +
      `${completed} analyses completed meanwhile, ${failed} requests failed`,
  });
}

/** Sees to it that there is always something to analyse. `stop` gives how many analyses were completed. */
function keepQueued(api: Api, sessions: readonly string[]) {
  const begun = Promise.withResolvers<void>();
  let stopped = false;
  let completed = -sessions.length;
  const trim = (session: string, from: number) =>
    api.json(`/sessions/${session}/trim`, {
      method: 'PUT',
      body: JSON.stringify({ from, to: 3500 }),
      headers: { 'content-type': 'application/json' },
    });
  const done = (async () => {
    while (!stopped) {
      for (const session of sessions) {
        if ((await api.session(session)).state !== 'done') continue;
        completed += 1;
        trims += 1;
        await trim(session, trims / 100);
      }
      begun.resolve();
      await setTimeout(250);
    }
  })();
  return {
    begun: begun.promise,
    async stop() {
      stopped = true;
      await done;
      return completed;
    },
  };
}

/** No trim comes twice: its result would be there already. */
let trims = 0;
