import { gaitNames, type SessionResult } from '@piaffe/aggregation/contract';
import type { Overview } from '../contract.ts';

/** Enough of a result for a line in a list. */
export function overviewOf({ recording, metrics }: SessionResult): Overview {
  return {
    durationSeconds: recording.durationSeconds,
    gaits: gaitNames.flatMap((gait) => {
      const seconds = metrics.gaits[gait].time.value;
      return seconds !== null && seconds > 0 ? [{ gait, seconds }] : [];
    }),
    symmetryScore: metrics.symmetry.score,
  };
}
