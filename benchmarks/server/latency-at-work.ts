import { setTimeout } from 'node:timers/promises';
import type { Api } from '../../acceptance/support/api.fixture.ts';
import { median, printFigure, quantile } from '../support/figures.ts';
import { type LoadReport, load } from '../support/load.ts';

const rounds = 5;
const seconds = 8;
const perSecond = 300;
const connections = 20;

/** A session read 300 times a second, with nothing else to do and with analyses queued without end. */
export interface IdleAndAtWork {
  readonly idle: LoadReport;
  readonly atWork: LoadReport;
  /** Analyses, while the reads at work went on. */
  readonly completed: number;
}

/** Of several turns, in the order of their measuring. */
export interface LatencyAtWork {
  /** Median of the turns, in ms. */
  readonly idle: Latency;
  readonly atWork: Latency;
  readonly completed: number;
  readonly failed: number;
}

interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export const loadInWords = `${perSecond} requests/s, medians of ${rounds} turns of ${seconds} s`;

/** Prints how much longer reads take at work. */
export async function measureLatencyAtWork(api: Api, sessions: readonly string[]): Promise<void> {
  const turns: IdleAndAtWork[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push(await measureTurn(api, sessions));
  const { idle, atWork, completed, failed } = ofTurns(turns);
  printFigure('API p99 at work, of that idle', atWork.p99 / idle.p99, {
    unit: 'x',
    atMost: 1.5,
    note:
      `${atWork.p99.toFixed(1)} ms beside ${idle.p99.toFixed(1)} ms at ${loadInWords}; ` +
      `${completed} analyses completed meanwhile, ${failed} requests failed`,
  });
}

/** The same of several servers, each in turn. */
export async function compareLatencyAtWork(
  servers: ReadonlyMap<string, { readonly api: Api; readonly sessions: readonly string[] }>,
): Promise<ReadonlyMap<string, LatencyAtWork>> {
  const turns = new Map<string, IdleAndAtWork[]>([...servers.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, { api, sessions }] of servers) turns.get(name)!.push(await measureTurn(api, sessions));
  return new Map([...turns].map(([name, each]) => [name, ofTurns(each)]));
}

/** Rides are queued again by trimming them otherwise, so that the reads compete with analyses and not with uploads. */
async function measureTurn(api: Api, sessions: readonly string[]): Promise<IdleAndAtWork> {
  const order = {
    url: `${api.url}/api/v1/sessions/${sessions[0]}`,
    headers: api.headers,
    seconds,
    perSecond,
    connections,
  };
  const idle = await load(order);
  const queue = keepQueued(api, sessions);
  await queue.begun;
  const atWork = await load(order);
  const completed = await queue.stop();
  for (const session of sessions) await api.settled(session);
  return { idle, atWork, completed };
}

function ofTurns(turns: readonly IdleAndAtWork[]): LatencyAtWork {
  const latency = (of: (turn: IdleAndAtWork) => LoadReport): Latency => ({
    p50: median(turns.map((turn) => quantile(of(turn).latencies, 0.5))),
    p99: median(turns.map((turn) => quantile(of(turn).latencies, 0.99))),
  });
  return {
    idle: latency(({ idle }) => idle),
    atWork: latency(({ atWork }) => atWork),
    completed: turns.reduce((sum, { completed }) => sum + completed, 0),
    failed: turns.reduce((sum, { idle, atWork }) => sum + idle.failed + atWork.failed, 0),
  };
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
