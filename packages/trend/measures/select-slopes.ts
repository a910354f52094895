import { RandomSlopes } from './random-slopes.ts';
import { selectRank } from './select-rank.ts';
import { indicesOf, type Order, type Series, SlopeOrder } from './slope-order.ts';
import { pairsOfEqual } from './ties.ts';

/** Slopes per point that are computed at most in the end. */
const computedPerPoint = 64;
/** Slopes drawn to come closer to a rank, and deviations of their own ranks that are left on both sides of it. */
const drawn = 3000;
const deviations = 1.5;
/** Slopes that are closer together than this share of their size are equal but for rounding. */
const closeness = 1e-10;

/** A slope, how many are less, and the points of each series in its order. */
interface Edge {
  readonly slope: number;
  readonly rank: number;
  readonly orders: readonly Order[];
}

/**
 * Slopes between points of the same series, by their rank (from 0) among all: what sorting every slope would give, in
 * n log n (Dillencourt, Mount and Netanyahu 1992, in the randomised form of Matousek 1991). Slopes are drawn at random; two
 * of them, a little below the wanted one and a little above, enclose it, which is counted; the few between are computed. The
 * draws decide how long it takes, not what comes out. Slopes that differ by no more than rounding are taken for equal.
 */
export class SlopeSelection {
  /** How many pairs have a slope. */
  readonly count: number;
  readonly #atMost: number;
  readonly #orders: readonly SlopeOrder[];
  readonly #random: RandomSlopes;
  /** Of all the slopes: the usual rise of all y over all x. */
  readonly #scale: number;
  /** By rising slope, from before every one to behind. */
  readonly #edges: Edge[];
  #computed: { readonly low: Edge; readonly high: Edge; readonly slopes: Float64Array } | null = null;

  constructor(series: readonly Series[]) {
    this.count = series.reduce((sum, { x }) => sum + (x.length * (x.length - 1)) / 2 - pairsOfEqual(x), 0);
    this.#atMost = computedPerPoint * series.reduce((sum, { x }) => sum + x.length, 0);
    this.#orders = series.map((each) => new SlopeOrder(each));
    this.#random = new RandomSlopes(series, drawn);
    this.#scale = Math.max(...series.map(({ x, y }) => rangeOf(y) / rangeOf(x) || 0)) || 1;
    const orders = series.map(({ x }) => indicesOf(x));
    this.#edges = [
      { slope: Number.NEGATIVE_INFINITY, rank: 0, orders },
      { slope: Number.POSITIVE_INFINITY, rank: this.count, orders: [] },
    ];
  }

  /** @throws RangeError when there is no slope of that rank. */
  at(rank: number): number {
    if (!(rank >= 0 && rank < this.count)) throw new RangeError(`there is no slope ${rank} of ${this.count}`);
    while (true) {
      const index = this.#edges.findIndex((edge) => edge.rank > rank);
      const low = this.#edges[index - 1];
      const high = this.#edges[index];
      const inside = high.rank - low.rank;
      if (inside <= this.#atMost) {
        const slopes = this.#slopesBetween(low, high);
        return selectRank(slopes, Math.min(rank - low.rank, slopes.length - 1));
      }
      const slopes = this.#random.between(low.slope, high.slope);
      const expected = ((rank - low.rank) / inside) * slopes.length;
      const margin = (deviations * Math.sqrt(slopes.length)) / 2;
      const below = slopes[Math.max(Math.floor(expected - margin), 0)];
      const above = slopes[Math.min(Math.ceil(expected + margin), slopes.length - 1)];
      const marks = [below - this.#rounding(below), above + this.#rounding(above)];
      const closer = marks.filter((mark) => mark > low.slope && mark < high.slope);
      if (closer.length === 0) return slopes[Math.floor(expected)];
      this.#edges.splice(index, 0, ...closer.map((mark) => this.#edgeAt(mark)));
    }
  }

  /** What is set between equal slopes and a mark beside them. */
  #rounding(slope: number): number {
    return closeness * (Math.abs(slope) + this.#scale);
  }

  #edgeAt(slope: number): Edge {
    const parts = this.#orders.map((each) => each.at(slope));
    return {
      slope,
      rank: parts.reduce((sum, { below }) => sum + below, 0),
      orders: parts.map(({ order }) => order),
    };
  }

  /** All slopes between two edges. */
  #slopesBetween(low: Edge, high: Edge): Float64Array {
    if (this.#computed?.low === low && this.#computed.high === high) return this.#computed.slopes;
    const slopes = new Float64Array(high.rank - low.rank);
    let filled = 0;
    this.#orders.forEach((each, index) => {
      filled = each.collect(low.orders[index], high.slope, slopes, filled);
    });
    this.#computed = { low, high, slopes: slopes.subarray(0, filled) };
    return this.#computed.slopes;
  }
}

function rangeOf(values: Float64Array): number {
  let [least, most] = [values[0], values[0]];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}
