import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Client, type Host, type HostEvent, type Placement, type Plan, startHost } from '@piaffe/kernel';
import { answerBy, callHandler, httpShape, listen, remoteShape } from '@piaffe/wire';
import { type Program, processShapes } from '../src/index.ts';
import { modules } from './modules.fixture.ts';
import { trialsPlugin } from './plugin-file.fixture.ts';
import { trialsContract } from './trials-contract.fixture.ts';

export interface HostedTrials extends AsyncDisposable {
  readonly host: Host;
  readonly trials: Client<typeof trialsContract>;
  readonly events: readonly HostEvent[];
  /** The process id of the child, or of this process. */
  pid(): number | null;
}

/** This program, as a child. */
export const trialsProgram: Program = {
  command: process.execPath,
  args: [fileURLToPath(new URL('program.fixture.ts', import.meta.url))],
  env: { TRIALS: 'yes' },
};

/** The purse here, and the trials where the placement says. */
function planWith(trials: Placement, more: Partial<Plan> = {}): Plan {
  const modules = { purse: { shape: 'here' }, trials } as const;
  return { name: 'trials', modules, processes: {}, ports: {}, extensions: {}, ...more };
}

const apart = (limits: Partial<Plan['processes'][string]>) => ({
  processes: { apart: { memoryMb: 256, workers: 1, callSeconds: 600, ...limits } },
});

export const allHere = planWith({ shape: 'here' });

export const trialsByHttp = (port: number | 'socket') =>
  planWith({ shape: 'http' }, { ports: { trials: port } });

export const trialsInProcess = (limits: Partial<Plan['processes'][string]> = {}) =>
  planWith({ shape: 'process', process: 'apart' }, apart(limits));

export const trialsAsPlugin = (file = trialsPlugin(), limits: Partial<Plan['processes'][string]> = {}) =>
  planWith({ shape: 'plugin', file, process: 'apart' }, apart(limits));

export const trialsAsTrustedPlugin = (file = trialsPlugin()) =>
  planWith({ shape: 'plugin', file, trusted: true });

export const trialsAt = (url: string) => planWith({ shape: 'remote', urls: [url] });

/** With a program of its own the trials may still be starting; else they are up. */
export async function hostTrials(plan: Plan, program?: Program): Promise<HostedTrials> {
  const events: HostEvent[] = [];
  const host = await startHost({
    plan,
    modules,
    shapes: [
      httpShape(),
      remoteShape({ token: null, store: null }),
      ...processShapes(program ?? trialsProgram),
    ],
    onEvent: (event) => events.push(event),
  });
  if (program === undefined) await until(() => host.status().every(({ state }) => state !== 'starting'));
  return {
    host,
    trials: host.client(trialsContract),
    events,
    pid: () => host.status().find(({ module }) => module === 'trials')!.pid,
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  };
}

/** Somebody else's server that provides the trials. */
export async function serveTrials(): Promise<AsyncDisposable & { readonly url: string }> {
  const { host, trials } = await hostTrials(allHere);
  const perform = answerBy(new Map([['trials', trials]]));
  const served = { contracts: [trialsContract], token: null, perform };
  const { port, close } = await listen(createServer(callHandler(served)), 0);
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      await close();
      await host[Symbol.asyncDispose]();
    },
  };
}

/** Waits as long as it takes. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
