import { aggregationContract } from '@piaffe/aggregation/contract';
import type { PartHealth } from '@piaffe/gateway/contract';
import type { PartStatus } from '@piaffe/kernel';
import { trendContract } from '@piaffe/trend/contract';

/** Without these everything goes on but the analysis of new rides, and what many rides tell together. */
const spared: readonly string[] = [aggregationContract.name, trendContract.name];

/** What the gateway tells of the modules. */
export function partHealth(parts: readonly PartStatus[]): readonly PartHealth[] {
  return parts.map(({ module, state, lastProblem }) => ({
    name: module,
    state,
    required: !spared.includes(module),
    detail: state === 'up' ? null : lastProblem,
  }));
}
