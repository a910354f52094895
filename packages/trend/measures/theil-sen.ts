import { within95 } from './normal.ts';
import type { SlopeSelection } from './select-slopes.ts';

/**
 * Median of the slopes of all pairs of comparable points (Theil 1950, Sen 1968; over several series: Hirsch, Slack and
 * Smith 1982). Null when no pair has different x.
 */
export function medianSlope(slopes: SlopeSelection): number | null {
  const n = slopes.count;
  if (n === 0) return null;
  const middle = slopes.at((n - 1) >> 1);
  return n % 2 === 1 ? middle : (middle + slopes.at(n >> 1)) / 2;
}

/** The 95 % interval of the median slope: between the ranks 1.96 deviations of Kendall's S around the middle (Sen 1968). */
export function slopeInterval(slopes: SlopeSelection, varianceOfS: number): readonly [number, number] {
  const n = slopes.count;
  const margin = within95 * Math.sqrt(varianceOfS);
  const low = Math.max(Math.round((n - margin) / 2) - 1, 0);
  const high = Math.min(Math.round((n + margin) / 2), n - 1);
  return [slopes.at(low), slopes.at(high)];
}
