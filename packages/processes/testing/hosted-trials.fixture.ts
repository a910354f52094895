import { fileURLToPath } from 'node:url';
import { type Client, type Host, type HostEvent, type Plan, startHost } from '@piaffe/kernel';
import { type Program, startRunner } from '../src/index.ts';
import { modules } from './modules.fixture.ts';
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

const nothing = { processes: {}, ports: {}, extensions: {} };

export const allHere: Plan = {
  ...nothing,
  name: 'all-here',
  modules: { purse: { shape: 'here' }, trials: { shape: 'here' } },
};

/** The trials in a child, the purse here. */
export function trialsInProcess(limits: Partial<Plan['processes'][string]> = {}): Plan {
  return {
    ...nothing,
    name: 'trials-apart',
    modules: { purse: { shape: 'here' }, trials: { shape: 'process', process: 'apart' } },
    processes: { apart: { memoryMb: 256, workers: 1, callSeconds: 600, ...limits } },
  };
}

/** With a program of its own the child may still be starting; else it is up. */
export async function hostTrials(plan: Plan, program?: Program): Promise<HostedTrials> {
  const events: HostEvent[] = [];
  const host = await startHost({
    plan,
    modules,
    startRunner: startRunner(program ?? trialsProgram),
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

/** Waits as long as it takes. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
