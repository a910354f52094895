import { changePoints } from './change-points.ts';
import { median, medianNear } from './median.ts';
import { parameters } from './parameters.ts';

export interface FoundChange {
  /** Index of the first value behind it. */
  readonly at: number;
  /** Medians of the levels it parts. */
  readonly before: number;
  readonly after: number;
}

/**
 * Lasting changes of a metric among comparable sessions: change points of values that were pulled in to within 3 deviations
 * of the median of their neighbours, so that no single wild session is one. The deviation is that of the differences from
 * one session to the next (a change leaves it alone), at least `floor`. Nothing is a change where a straight line explains
 * the values as well.
 */
export function lastingChanges(values: readonly number[], floor: number): FoundChange[] {
  const n = values.length;
  if (n < 2 * parameters.atLeast) return [];
  const deviation = Math.max(deviationOfNeighbours(values), floor);
  const scaled = Float64Array.from(values, (value, i) => {
    const off = (value - medianNear(values, i)) / deviation;
    return value / deviation - off + Math.min(Math.max(off, -3), 3);
  });
  const penalty = parameters.changePenalty * Math.log(n);
  const starts = changePoints(scaled, penalty, parameters.atLeast);
  if (starts.length === 0) return [];
  const edges = [0, ...starts, n];
  const levels = edges.slice(1).map((to, i) => ({ from: edges[i], to }));
  const left = levels.reduce((sum, { from, to }) => sum + squaresAroundMean(scaled.subarray(from, to)), 0);
  if (squaresAroundLine(scaled) <= left + penalty * (starts.length - 1)) return [];
  const medians = levels.map(({ from, to }) => median(values.slice(from, to)));
  return starts
    .map((at, i) => ({ at, before: medians[i], after: medians[i + 1] }))
    .filter((change) => !isTooNew(change, values));
}

/** Whether the last level has as many sessions as it needs only by one from before the change. */
function isTooNew({ at, before, after }: FoundChange, values: readonly number[]): boolean {
  const isShortest = at === values.length - parameters.atLeast;
  return isShortest && Math.abs(values[at] - before) < Math.abs(values[at] - after);
}

/** From differences of neighbours, robustly: 1.4826 median(|difference|) / sqrt 2. */
function deviationOfNeighbours(values: readonly number[]): number {
  const differences = new Float64Array(values.length - 1);
  for (let i = 1; i < values.length; i++) differences[i - 1] = Math.abs(values[i] - values[i - 1]);
  return (1.4826 * median(differences)) / Math.SQRT2;
}

function squaresAroundMean(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Around the line of least squares, session by session. */
function squaresAroundLine(values: Float64Array): number {
  const n = values.length;
  const middle = (n - 1) / 2;
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * value, 0) / ((n * (n * n - 1)) / 12);
  return squaresAroundMean(values.map((value, i) => value - slope * i));
}
