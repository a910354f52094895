/** Points of one comparable series, x rising, and y rising within equal x: what slopes are between. */
export interface Series {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points in the order that slopes are counted in. */
export function seriesOf(x: ArrayLike<number>, y: ArrayLike<number>): Series {
  const order = new Uint32Array(x.length).map((_, i) => i);
  const inOrder = order.every((i) => i === 0 || x[i - 1] < x[i]);
  if (!inOrder) order.sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  return {
    x: new Float64Array(x.length).map((_, i) => x[order[i]]),
    y: new Float64Array(x.length).map((_, i) => y[order[i]]),
  };
}

/** A slope; slopes equal to it lie beyond it or, when `inclusive`, before it. */
export interface Mark {
  readonly slope: number;
  readonly inclusive: boolean;
}

/** The points of a series by y - slope x, just at a mark. */
export type Order = Int32Array;

/** Told once for each point that overtakes: those it overtakes are `order[first]` and the `others - 1` behind. */
export type Met = (order: Order, first: number, others: number, overtaker: number) => void;

/**
 * Which slopes lie between two marks. From the lower to the upper, a pair of points changes its order by y - slope x exactly
 * when the slope between them does: slopes are counted as inversions, by merging, in n log n, without one of them being
 * computed. Pairs with equal x never change their order and are never counted.
 */
export class SlopeOrder {
  readonly #series: Series;
  readonly #keys: Float64Array;
  readonly #buffers: readonly [Order, Order];

  constructor(series: Series) {
    this.#series = series;
    const n = series.x.length;
    this.#keys = new Float64Array(n);
    this.#buffers = [new Int32Array(n), new Int32Array(n)];
  }

  /** The order before every slope. */
  first(): Order {
    return new Int32Array(this.#series.x.length).map((_, i) => i);
  }

  /** The order at a later mark, and how many slopes lie between. */
  advance(order: Order, mark: Mark, met?: Met): { readonly order: Order; readonly overtakings: number } {
    const { x } = this.#series;
    const n = order.length;
    const keys = this.#keysAt(mark.slope);
    let [from, to] = this.#buffers;
    from.set(order);
    let overtakings = 0;
    for (let width = 1; width < n; width *= 2) {
      for (let left = 0; left < n; left += 2 * width) {
        const middle = Math.min(left + width, n);
        const end = Math.min(left + 2 * width, n);
        let a = left;
        let b = middle;
        let k = left;
        while (a < middle && b < end) {
          const difference = keys[from[b]] - keys[from[a]];
          const overtakes = difference < 0 || (difference === 0 && mark.inclusive && x[from[a]] < x[from[b]]);
          if (overtakes) {
            overtakings += middle - a;
            met?.(from, a, middle - a, from[b]);
            to[k++] = from[b++];
          } else {
            to[k++] = from[a++];
          }
        }
        while (a < middle) to[k++] = from[a++];
        while (b < end) to[k++] = from[b++];
      }
      [from, to] = [to, from];
    }
    return { order: from.slice(), overtakings };
  }

  slopeBetween(a: number, b: number): number {
    const { x, y } = this.#series;
    return (y[b] - y[a]) / (x[b] - x[a]);
  }

  /** y - slope x; behind every slope x alone decides. */
  #keysAt(slope: number): Float64Array {
    const { x, y } = this.#series;
    const keys = this.#keys;
    const everySlope = slope === Number.POSITIVE_INFINITY;
    for (let i = 0; i < keys.length; i++) keys[i] = everySlope ? -x[i] : y[i] - slope * x[i];
    return keys;
  }
}
