import { createHash } from 'node:crypto';
import type { AggregateInput, Corrections } from '@piaffe/aggregation/contract';
import type { RawRecording, Trim } from '../contract.ts';

/** A recording as it goes into an analysis: its bytes, and when it began where somebody said so. */
export interface KeyInput {
  readonly sha256: string;
  readonly role: RawRecording['role'];
  readonly started_at: string | null;
}

/** What a session needs computed. */
export interface Need {
  /** Motion in order of its start, then what was recorded beside it. */
  readonly inputs: readonly KeyInput[];
  readonly trim: Trim | null;
  readonly corrections: Corrections | null;
}

/** What is asked of aggregation. The context is left out: what is said about a ride can then change without a new analysis. */
export function aggregateInput({ inputs, trim, corrections }: Need): AggregateInput {
  return {
    inputs: inputs.map(({ sha256, role, started_at }) => ({
      reference: sha256,
      role,
      startedAt: started_at,
    })),
    context: { horse: null, type: null, surface: null, rider: null, mount: null },
    parameters: {
      invert: false,
      columns: {},
      units: {},
      trim: trim && { from: trim.from, to: trim.to },
      corrections,
    },
  };
}

/**
 * The same for the same inputs of one owner in the same order with the same parameters; with an algorithm it names one
 * result. Owners share nothing: a result that is there at once would tell that somebody else has the recording.
 */
export function keyOf(owner: string, need: Need): string {
  const { parameters, ...asked } = aggregateInput(need);
  // What is not corrected has the key that it had before there were corrections.
  const { corrections, ...others } = parameters;
  const named = { owner, ...asked, parameters: corrections === null ? others : parameters };
  return createHash('sha256').update(JSON.stringify(named)).digest('hex');
}
