import { createHash } from 'node:crypto';
import type { AggregateInput } from '@piaffe/aggregation/contract';
import type { Trim } from '../contract.ts';

/** A recording as it goes into an analysis: its bytes, and when it began where somebody said so. */
export interface KeyInput {
  readonly sha256: string;
  readonly started_at: string | null;
}

/** What is asked of aggregation. The context is left out: what is said about a ride can then change without a new analysis. */
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

/**
 * The same for the same inputs of one owner in the same order with the same parameters; with an algorithm it names one
 * result. Owners share nothing: a result that is there at once would tell that somebody else has the recording.
 */
export function keyOf(owner: string, inputs: readonly KeyInput[], trim: Trim | null): string {
  return createHash('sha256')
    .update(JSON.stringify({ owner, ...aggregateInput(inputs, trim) }))
    .digest('hex');
}
