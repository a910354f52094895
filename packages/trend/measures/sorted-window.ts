/** The latest values of a series, at most `capacity` of them, kept in order: their median costs nothing, their spread little. */
export class SortedWindow {
  readonly #capacity: number;
  readonly #sorted: Float64Array;
  #inTime: number[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#sorted = new Float64Array(capacity);
  }

  get size(): number {
    return this.#inTime.length;
  }

  /** Only when there are values. */
  get least(): number {
    return this.#sorted[0];
  }

  get most(): number {
    return this.#sorted[this.size - 1];
  }

  /** Takes a value in; the oldest goes when there are too many. */
  push(value: number): void {
    if (this.size === this.#capacity) this.#remove(this.#inTime.shift()!);
    let at = this.size;
    while (at > 0 && this.#sorted[at - 1] > value) {
      this.#sorted[at] = this.#sorted[at - 1];
      at -= 1;
    }
    this.#sorted[at] = value;
    this.#inTime.push(value);
  }

  clear(): void {
    this.#inTime = [];
  }

  /** NaN when there are no values. */
  median(): number {
    const n = this.size;
    const middle = n >> 1;
    return n % 2 === 1 ? this.#sorted[middle] : (this.#sorted[middle - 1] + this.#sorted[middle]) / 2;
  }

  /** Median of the distances from the median. They rise outwards from the middle on both sides: a merge, not a sort. */
  medianAbsoluteDeviation(): number {
    const n = this.size;
    const centre = this.median();
    let below = (n >> 1) - 1;
    let above = n >> 1;
    let previous = 0;
    let distance = 0;
    for (let taken = 0; taken <= n >> 1; taken++) {
      previous = distance;
      const down = below >= 0 ? centre - this.#sorted[below] : Number.POSITIVE_INFINITY;
      const up = above < n ? this.#sorted[above] - centre : Number.POSITIVE_INFINITY;
      distance = Math.min(down, up);
      if (down <= up) below -= 1;
      else above += 1;
    }
    return n % 2 === 1 ? distance : (previous + distance) / 2;
  }

  #remove(value: number): void {
    const n = this.size + 1;
    let at = 0;
    while (this.#sorted[at] !== value) at += 1;
    for (; at < n - 1; at++) this.#sorted[at] = this.#sorted[at + 1];
  }
}
