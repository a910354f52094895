import { aggregationContract } from '@piaffe/aggregation/contract';
import type { PartHealth } from '@piaffe/gateway/contract';
import type { PartStatus } from '@piaffe/kernel';

/** What the gateway tells of the modules. Without aggregation everything goes on but the analysis of new rides. */
export function partHealth(parts: readonly PartStatus[]): readonly PartHealth[] {
  return parts.map(({ module, state, lastProblem }) => ({
    name: module,
    state,
    required: module !== aggregationContract.name,
    detail: state === 'up' ? null : lastProblem,
  }));
}
