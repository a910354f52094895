import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aggregationContract } from '@piaffe/aggregation/contract';
import type { Placement, Plan } from '@piaffe/kernel';
import { writePlugin } from '../support/write-plugin.ts';

const source = fileURLToPath(new URL('../../services/piaffe/src/compose/aggregation.ts', import.meta.url));

/** Plans that differ in nothing but where rides are analysed. */
export function writeComputationPlans(
  folder: string,
): readonly { readonly name: string; readonly plan: string }[] {
  const file = writePlugin(folder, aggregationContract, source, 'hostedAggregation');
  const placements: Readonly<Record<string, Placement>> = {
    here: { shape: 'here' },
    'in a worker thread': { shape: 'plugin', file, trusted: true },
    'in a process': { shape: 'process', process: 'compute' },
  };
  return Object.entries(placements).map(([name, aggregation]) => {
    const path = join(folder, `${aggregation.shape}.json`);
    const here = { shape: 'here' } as const;
    const plan: Plan = {
      name: 'benchmark',
      modules: { auth: here, stable: here, sessions: here, gateway: here, trend: here, aggregation },
      processes:
        aggregation.shape === 'process' ? { compute: { memoryMb: 1024, workers: 1, callSeconds: 600 } } : {},
    };
    writeFileSync(path, JSON.stringify(plan));
    return { name, plan: path };
  });
}
