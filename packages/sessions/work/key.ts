import { createHash } from 'node:crypto';
import type { AggregateInput } from '@piaffe/aggregation/contract';
import type { Trim } from '../contract.ts';

/** A recording as it goes into an analysis: its bytes, and when it began where somebody said so. */
export interface KeyInput {
  readonly sha256: string;
  readonly started_at: string | null;
}

/** What is asked of aggregation. The context is left out: whoever has the same bytes can then share the result. */
export function aggregateInput(inputs: readonly KeyInput[], trim: Trim | null): AggregateInput {
  return {
    inputs: inputs.map(({ sha256, started_at }) => ({
      reference: sha256,
      role: 'motion',
      startedAt: started_at,
    })),
    context: { horse: null, type: null, surface: null, rider: null, mount: null },
    parameters: { invert: false, columns: {}, units: {}, trim: trim && { from: trim.from, to: trim.to } },
  };
}

/** The same for the same inputs in the same order with the same parameters; with an algorithm it names one result. */
export function keyOf(inputs: readonly KeyInput[], trim: Trim | null): string {
  return createHash('sha256')
    .update(JSON.stringify(aggregateInput(inputs, trim)))
    .digest('hex');
}
