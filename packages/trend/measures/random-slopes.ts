import type { Series } from './slope-order.ts';

/** Of drawn slopes so many at least tell where others lie among them. */
const enough = 400;

/** Draws slopes between points of the same series, every pair as likely as every other; the same draws each time. */
export class RandomSlopes {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** Of each point, over all series, where its series begins and ends. */
  readonly #begin: Int32Array;
  readonly #end: Int32Array;
  readonly #longest: number;
  readonly #atOnce: number;
  #state = 1;
  #ofAll: Float64Array | null = null;

  constructor(series: readonly Series[], atOnce: number) {
    const points = series.reduce((sum, { x }) => sum + x.length, 0);
    this.#x = new Float64Array(points);
    this.#y = new Float64Array(points);
    this.#begin = new Int32Array(points);
    this.#end = new Int32Array(points);
    let begin = 0;
    for (const { x, y } of series) {
      const end = begin + x.length;
      this.#x.set(x, begin);
      this.#y.set(y, begin);
      this.#begin.fill(begin, begin, end);
      this.#end.fill(end, begin, end);
      begin = end;
    }
    this.#longest = Math.max(...series.map(({ x }) => x.length));
    this.#atOnce = atOnce;
  }

  /** Some from `low` on and below `high`, ascending. There has to be one. */
  between(low: number, high: number): Float64Array {
    this.#ofAll ??= this.#draw(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    const known = this.#ofAll.subarray(firstFrom(this.#ofAll, low), firstFrom(this.#ofAll, high));
    return known.length >= enough ? known : this.#draw(low, high);
  }

  #draw(low: number, high: number): Float64Array {
    const [x, y, begin, end] = [this.#x, this.#y, this.#begin, this.#end];
    const [points, longest] = [x.length, this.#longest];
    const slopes = new Float64Array(this.#atOnce);
    let state = this.#state;
    for (let drawn = 0; drawn < slopes.length; ) {
      // A linear congruential generator (Numerical Recipes).
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      const one = Math.floor(((state >>> 0) / 2 ** 32) * points);
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      const other = begin[one] + Math.floor(((state >>> 0) / 2 ** 32) * longest);
      // Of a short series most draws are none: points of a long one are in more pairs.
      if (other >= end[one] || x[one] === x[other]) continue;
      const slope = (y[one] - y[other]) / (x[one] - x[other]);
      if (slope >= low && slope < high) slopes[drawn++] = slope;
    }
    this.#state = state;
    return slopes.sort();
  }
}

/** Index of the first that is no less. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
