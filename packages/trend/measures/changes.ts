import { parameters } from './parameters.ts';
import { changePoints } from './pelt.ts';

export interface FoundChange {
  /** Index of the first value behind it. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Lasting changes of a metric among comparable sessions: change points of values pulled in to within 3 deviations of the
 * median of their neighbours, so that no single wild session is one. The deviation is that of the differences from one
 * session to the next (which a change leaves alone), at least `floor`. Nothing is a change where a straight line explains
 * the values as well.
 */
export function lastingChanges(values: readonly number[], floor: number): FoundChange[] {
  const n = values.length;
  if (n < 2 * parameters.atLeast) return [];
  const deviation = Math.max(deviationOfNeighbours(values), floor);
  const scaled = values.map((value, i) => {
    const near = median(values.slice(Math.max(0, i - 2), i + 3));
    const limit = 3 * deviation;
    return Math.min(Math.max(value, near - limit), near + limit) / deviation;
  });
  const penalty = parameters.changePenalty * Math.log(n);
  const starts = changePoints(scaled, penalty, parameters.atLeast);
  if (starts.length === 0) return [];
  const edges = [0, ...starts, n];
  const segments = edges.slice(1).map((to, i) => scaled.slice(edges[i], to));
  const costOfSteps = segments.reduce((sum, each) => sum + squaresAroundMean(each), penalty * starts.length);
  if (squaresAroundLine(scaled) + penalty <= costOfSteps) return [];
  const medians = edges.slice(1).map((to, i) => median(values.slice(edges[i], to)));
  return starts.map((at, i) => ({ at, before: medians[i], after: medians[i + 1] }));
}

/** From differences of neighbours, robustly: 1.4826 median(|difference|) / sqrt 2. */
function deviationOfNeighbours(values: readonly number[]): number {
  const differences = values.slice(1).map((value, i) => Math.abs(value - values[i]));
  return (1.4826 * median(differences)) / Math.SQRT2;
}

function squaresAroundMean(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Around the line of least squares, session by session. */
function squaresAroundLine(values: readonly number[]): number {
  const n = values.length;
  const middle = (n - 1) / 2;
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * value, 0) / ((n * (n * n - 1)) / 12);
  return squaresAroundMean(values.map((value, i) => value - slope * i));
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  return (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
}
