import { twoSided } from './normal.ts';
import type { Series } from './slope-order.ts';
import { sortCounting } from './sort-counting.ts';
import { pairsOfEqual, tiesIn } from './ties.ts';

export interface MannKendall {
  /** Pairs that rise with time minus pairs that fall. */
  readonly s: number;
  readonly variance: number;
  /** Kendall's tau-b, from -1 to 1; 0 where every value is the same. */
  readonly tau: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Whether values rise or fall with time (Mann 1945), with ties in either (Kendall 1970), over several series that are
 * comparable only within (Hirsch, Slack and Smith 1982). `inflation` is what serial correlation multiplies the variance of
 * each series by.
 */
export function mannKendall(series: readonly Series[], inflation: readonly number[]): MannKendall {
  const parts = series.map(kendall);
  const s = sum(parts.map((part) => part.s));
  const variance = sum(parts.map((part, index) => part.variance * inflation[index]));
  const most = Math.sqrt(
    sum(parts.map(({ pairsInX }) => pairsInX)) * sum(parts.map((each) => each.pairsInY)),
  );
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return { s, variance, tau: most > 0 ? s / most : 0, p: twoSided(z) };
}

function kendall({ x, y }: Series) {
  const sorted = y.slice();
  const falling = sortCounting(sorted, new Int32Array(y.length));
  const [inX, inY] = [tiesIn(x), tiesIn(sorted)];
  const n = x.length;
  const ordered = n * (n - 1);
  const pairs = ordered / 2;
  const rising = pairs - inX.pairs - inY.pairs + pairsOfEqual(x, y) - falling;
  const variance =
    (ordered * (2 * n + 5) - inX.variance - inY.variance) / 18 +
    (2 * inX.pairs * inY.pairs) / ordered +
    (n > 2 ? (inX.triples * inY.triples) / (9 * ordered * (n - 2)) : 0);
  return { s: rising - falling, variance, pairsInX: pairs - inX.pairs, pairsInY: pairs - inY.pairs };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
