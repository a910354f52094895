import { type Mark, type Order, type Series, SlopeOrder } from './slope-order.ts';

/** Slopes per point that are computed in the end, and drawn at each step to come there. */
const computedPerPoint = 4;
const drawnPerPoint = 1;
const leastDrawn = 100;

/** A mark with how many slopes lie before it. */
interface Edge extends Mark {
  readonly rank: number;
  readonly orders: readonly Order[];
}

/**
 * Slopes between points of the same series, by their rank (from 0) among all: what sorting every slope would give, in
 * n log n (Dillencourt, Mount and Netanyahu 1992, in the randomised form of Matousek 1991). Slopes are drawn from between
 * two marks that enclose the wanted one, and marks set among them enclose it closer; the few left are computed. The draws
 * decide how long it takes, not what comes out. Slopes that differ by no more than rounding are taken for equal.
 */
export class SlopeSelection {
  /** How many pairs have a slope. */
  readonly count: number;
  readonly #points: number;
  readonly #orders: readonly SlopeOrder[];
  /** By rising rank, from before every slope to behind. */
  readonly #edges: Edge[];
  readonly #random = randomNumbers();
  #computed: { readonly low: Edge; readonly high: Edge; readonly slopes: Float64Array } | null = null;

  constructor(series: readonly Series[]) {
    this.#points = series.reduce((sum, { x }) => sum + x.length, 0);
    this.#orders = series.map((each) => new SlopeOrder(each));
    const orders = this.#orders.map((each) => each.first());
    const before: Edge = { slope: Number.NEGATIVE_INFINITY, inclusive: false, rank: 0, orders };
    const behind = this.#edgeAt(before, { slope: Number.POSITIVE_INFINITY, inclusive: true });
    this.#edges = [before, behind];
    this.count = behind.rank;
  }

  /** @throws RangeError when there is no slope of that rank. */
  at(rank: number): number {
    if (!(rank >= 0 && rank < this.count)) throw new RangeError(`there is no slope ${rank} of ${this.count}`);
    while (true) {
      const index = this.#edges.findIndex((edge) => edge.rank > rank);
      const low = this.#edges[index - 1];
      const high = this.#edges[index];
      if (low.slope === high.slope) return low.slope;
      const inside = high.rank - low.rank;
      if (inside <= computedPerPoint * this.#points || !this.#encloseCloser(low, high, rank)) {
        const slopes = this.#slopesBetween(low, high);
        return slopes[Math.min(rank - low.rank, slopes.length - 1)];
      }
    }
  }

  /** Sets marks among drawn slopes, a little below the wanted rank and a little above. False when none of them is new. */
  #encloseCloser(low: Edge, high: Edge, rank: number): boolean {
    const inside = high.rank - low.rank;
    const slopes = this.#draw(low, high, Math.max(leastDrawn, drawnPerPoint * this.#points));
    const expected = ((rank - low.rank) / inside) * slopes.length;
    const margin = 1.5 * Math.sqrt(slopes.length);
    const below = slopes[Math.floor(expected - margin)];
    const above = slopes[Math.ceil(expected + margin)];
    const edgesBefore = this.#edges.length;
    for (const slope of [below, above]) {
      if (slope === undefined) continue;
      const position = slopes.indexOf(slope);
      const tied = slopes[position + 1] === slope;
      const marks = [
        { slope, inclusive: false },
        { slope, inclusive: true },
      ];
      for (const mark of tied ? marks : marks.slice(slope === below ? 0 : 1).slice(0, 1)) {
        this.#insert(this.#edgeAt(low, mark), low, high);
      }
    }
    return this.#edges.length > edgesBefore;
  }

  #insert(edge: Edge, low: Edge, high: Edge): void {
    if (edge.rank < low.rank || edge.rank > high.rank) return;
    const same = ({ slope, inclusive }: Edge) => slope === edge.slope && inclusive === edge.inclusive;
    if (this.#edges.some(same)) return;
    this.#edges.push(edge);
    this.#edges.sort(
      (a, b) => a.rank - b.rank || a.slope - b.slope || Number(a.inclusive) - Number(b.inclusive),
    );
  }

  #edgeAt(low: Edge, mark: Mark): Edge {
    let rank = low.rank;
    const orders = this.#orders.map((each, index) => {
      const { order, overtakings } = each.advance(low.orders[index], mark);
      rank += overtakings;
      return order;
    });
    return { ...mark, rank, orders };
  }

  /** So many of the slopes between two edges, with replacement, ascending. */
  #draw(low: Edge, high: Edge, count: number): Float64Array {
    const draws = new Float64Array(count);
    for (let i = 0; i < count; i++) draws[i] = Math.floor(this.#random() * (high.rank - low.rank));
    draws.sort();
    const slopes = new Float64Array(count);
    let next = 0;
    let passed = 0;
    this.#orders.forEach((each, index) => {
      each.advance(low.orders[index], high, (order, first, others, overtaker) => {
        while (next < count && draws[next] < passed + others) {
          slopes[next] = each.slopeBetween(order[first + draws[next] - passed], overtaker);
          next += 1;
        }
        passed += others;
      });
    });
    return slopes.subarray(0, next).sort();
  }

  /** All slopes between two edges, ascending. */
  #slopesBetween(low: Edge, high: Edge): Float64Array {
    if (this.#computed?.low === low && this.#computed.high === high) return this.#computed.slopes;
    const slopes = new Float64Array(high.rank - low.rank);
    let filled = 0;
    this.#orders.forEach((each, index) => {
      each.advance(low.orders[index], high, (order, first, others, overtaker) => {
        for (let k = first; k < first + others; k++)
          slopes[filled++] = each.slopeBetween(order[k], overtaker);
      });
    });
    this.#computed = { low, high, slopes: slopes.subarray(0, filled).sort() };
    return this.#computed.slopes;
  }
}

/** Numbers from 0 to 1, the same each time: a linear congruential generator (Numerical Recipes). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
