import { twoSided } from './normal.ts';
import type { Series } from './slope-order.ts';
import { SlopeOrder } from './slope-order.ts';

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

function kendall(series: Series) {
  const order = new SlopeOrder(series);
  const falling = order.advance(order.first(), { slope: 0, inclusive: false }).overtakings;
  const notRising = order.advance(order.first(), { slope: 0, inclusive: true }).overtakings;
  const [x, y] = [tiesIn(series.x), tiesIn(series.y)];
  const n = series.x.length;
  const ordered = n * (n - 1);
  const pairs = ordered / 2;
  const rising = pairs - x.pairs - notRising;
  const variance =
    (ordered * (2 * n + 5) - x.variance - y.variance) / 18 +
    (2 * x.pairs * y.pairs) / ordered +
    (n > 2 ? (x.triples * y.triples) / (9 * ordered * (n - 2)) : 0);
  return { s: rising - falling, variance, pairsInX: pairs - x.pairs, pairsInY: pairs - y.pairs };
}

/** Pairs of equal values, and what equal values take from the variance of S. */
function tiesIn(values: Float64Array) {
  const sorted = values.slice().sort();
  let [pairs, triples, variance] = [0, 0, 0];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
    const t = to - from;
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    variance += t * (t - 1) * (2 * t + 5);
  }
  return { pairs, triples, variance };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
