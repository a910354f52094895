import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, type Plan, startHost } from '@piaffe/kernel';
import { processShapes } from '@piaffe/processes';
import { httpShape } from '@piaffe/wire';
import { probeContract } from './contract.ts';
import { probe } from './probe.ts';

/** The probe where a plan puts it, as whoever asks for it has it. */
export interface Hosted extends AsyncDisposable {
  readonly probe: Client<typeof probeContract>;
}

const program = {
  command: process.execPath,
  args: [fileURLToPath(new URL('./program.ts', import.meta.url))],
  env: {},
};

export async function hosted(
  placement: Plan['modules'][string],
  rest: Partial<Pick<Plan, 'ports' | 'processes'>> = {},
): Promise<Hosted> {
  const host = await startHost({
    plan: { name: 'benchmark', modules: { probe: placement }, processes: {}, ...rest },
    modules: [probe],
    shapes: [httpShape(), ...processShapes(program)],
    onEvent: ({ level, message }) => {
      if (level === 'warn') console.log(message);
    },
  });
  while (host.status().some(({ state }) => state === 'starting')) await setTimeout(20);
  return {
    probe: host.client(probeContract),
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  };
}
