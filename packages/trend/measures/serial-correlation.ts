import { within95 } from './normal.ts';
import { indicesOf, type Series } from './slope-order.ts';
import { sortCounting } from './sort-counting.ts';

/**
 * What serial correlation multiplies the variance of Kendall's S by (Hamed and Rao 1998): from the significant
 * autocorrelations of the ranks of the values without their trend. Sessions are counted, not days. Lags go up to
 * 10 log10(n), those beyond are mostly noise; never less than 1, so that nothing looks surer than independent values would.
 */
export function varianceInflation({ x, y }: Series, slope: number): number {
  const n = y.length;
  const ranks = centredRanks(y.map((value, i) => value - slope * x[i]));
  const power = ranks.reduce((sum, rank) => sum + rank ** 2, 0);
  if (power === 0) return 1;
  let sum = 0;
  const lags = Math.min(n - 3, Math.floor(10 * Math.log10(n)));
  for (let lag = 1; lag <= lags; lag++) {
    let product = 0;
    for (let i = lag; i < n; i++) product += ranks[i] * ranks[i - lag];
    const correlation = product / power;
    const limit = (within95 * Math.sqrt(n - lag - 1)) / (n - lag);
    const chance = -1 / (n - lag);
    if (correlation > chance + limit || correlation < chance - limit) {
      sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
    }
  }
  return Math.max(1, 1 + (2 / (n * (n - 1) * (n - 2))) * sum);
}

/** Ranks around their mean; equal values share the mean of theirs. Puts the values in order. */
function centredRanks(values: Float64Array): Float64Array {
  const n = values.length;
  const order = indicesOf(values);
  sortCounting(values, order);
  const ranks = new Float64Array(n);
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && values[to] === values[from]) to += 1;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + to - n) / 2;
  }
  return ranks;
}
