import { sortCounting } from './sort-counting.ts';

/** Points of one comparable series, x rising, and y rising within equal x: what slopes are between. */
export interface Series {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points in the order that slopes are counted in, around the first that is given: smaller numbers are rounded less. */
export function seriesOf(xs: ArrayLike<number>, ys: ArrayLike<number>): Series {
  const [x, y] = [fromFirst(xs), fromFirst(ys)];
  let rises = true;
  for (let i = 1; i < x.length && rises; i++) rises = x[i - 1] < x[i];
  if (rises) return { x, y };
  const order = indicesOf(x).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  return { x: x.map((_, i) => x[order[i]]), y: y.map((_, i) => y[order[i]]) };
}

function fromFirst(values: ArrayLike<number>): Float64Array {
  const apart = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) apart[i] = values[i] - values[0];
  return apart;
}

/** 0, 1, 2 and so on. */
export function indicesOf({ length }: { readonly length: number }): Int32Array<ArrayBuffer> {
  const indices = new Int32Array(length);
  for (let i = 0; i < length; i++) indices[i] = i;
  return indices;
}

/** The points of a series by y - slope x. */
export type Order = Int32Array<ArrayBuffer>;

/**
 * Which slopes lie below a mark, and which between two. From the lower mark to the upper, a pair of points changes its order
 * by y - slope x exactly when the slope between them lies between the marks: slopes are counted as pairs that stand the wrong
 * way round, in n log n, without one of them being computed. Pairs with equal x never change their order.
 */
export class SlopeOrder {
  readonly #series: Series;
  readonly #keys: Float64Array;

  constructor(series: Series) {
    this.#series = series;
    this.#keys = new Float64Array(series.x.length);
  }

  /** The order at a slope, and how many slopes are less. */
  at(slope: number): { readonly order: Order; readonly below: number } {
    const order = indicesOf(this.#keys);
    return { order, below: sortCounting(this.#keysAt(slope), order) };
  }

  /**
   * Puts the slopes that lie from the mark of `order` on and below `slope` into `slopes` from `filled` on, as far as there is
   * room, and gives how much of it is filled then. It takes as many steps as there are slopes.
   */
  collect(order: Order, slope: number, slopes: Float64Array, filled: number): number {
    const { x, y } = this.#series;
    const keys = this.#keysAt(slope);
    const now = order.slice();
    let next = filled;
    for (let i = 1; i < now.length; i++) {
      const one = now[i];
      const key = keys[one];
      let at = i;
      while (at > 0) {
        const other = now[at - 1];
        if (keys[other] <= key) break;
        slopes[next++] = (y[other] - y[one]) / (x[other] - x[one]);
        now[at--] = other;
      }
      now[at] = one;
    }
    return Math.min(next, slopes.length);
  }

  /** y - slope x; before and behind every slope x alone decides. */
  #keysAt(slope: number): Float64Array {
    const { x, y } = this.#series;
    const keys = this.#keys;
    const isMark = Number.isFinite(slope);
    const sign = Math.sign(slope);
    for (let i = 0; i < keys.length; i++) keys[i] = isMark ? y[i] - slope * x[i] : -sign * x[i];
    return keys;
  }
}
