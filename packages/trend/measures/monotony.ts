import { rounded } from './rounded.ts';

/** A week that is the same every day has no spread to divide by: what it is told as at most. */
const cap = 10;

export interface Monotony {
  readonly monotony: number | null;
  readonly strain: number | null;
  readonly reason: string | null;
}

/**
 * Mean / standard deviation (n - 1) of the load of seven days, at most 10, and the load of the week times that (Foster 1998).
 * A day that is unknown might have been rest or work: all seven have to be recorded.
 */
export function monotonyOf(loads: readonly (number | null)[]): Monotony {
  const known = loads.filter((load) => load !== null);
  if (known.length < 7) {
    return {
      monotony: null,
      strain: null,
      reason: `${known.length} of 7 days recorded; the others are unknown`,
    };
  }
  const sum = known.reduce((total, load) => total + load, 0);
  if (sum === 0) return { monotony: null, strain: null, reason: 'no load in this week' };
  const mean = sum / 7;
  const spread = Math.sqrt(known.reduce((total, load) => total + (load - mean) ** 2, 0) / 6);
  const monotony = Math.min(mean / spread, cap);
  return { monotony: rounded(monotony, 2), strain: rounded(sum * monotony, 0), reason: null };
}
