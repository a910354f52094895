/** A knot of a track: the quantity has this value at this time (s). */
export type Knot = readonly [time: number, value: number];

/**
 * A quantity that changes smoothly with time: through given knots, at rest in each of them, and between two of
 * them along the quintic 6u^5 - 15u^4 + 10u^3. Value, slope and curvature are continuous, and the integral has
 * a closed form, so phase (from stride frequency) and heading (from heading rate) are exact.
 * Before the first and after the last knot the value stays.
 */
export class Track {
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  readonly #integrals: Float64Array;

  /** Knots in order of time; of several at the same time the last counts. */
  constructor(knots: readonly Knot[]) {
    const kept = knots.filter(([time], i) => i + 1 === knots.length || knots[i + 1]![0] > time);
    if (kept.length === 0) throw new RangeError('A track needs at least one knot');
    for (let i = 1; i < kept.length; i++)
      if (!(kept[i]![0] > kept[i - 1]![0])) throw new RangeError(`Knots out of order at ${kept[i]![0]} s`);
    this.#times = Float64Array.from(kept, ([time]) => time);
    this.#values = Float64Array.from(kept, ([, value]) => value);
    this.#integrals = new Float64Array(kept.length);
    this.#integrals[0] = kept[0]![0] * kept[0]![1];
    for (let i = 1; i < kept.length; i++)
      this.#integrals[i] =
        this.#integrals[i - 1]! + ((kept[i]![0] - kept[i - 1]![0]) * (kept[i - 1]![1] + kept[i]![1])) / 2;
  }

  static constant(value: number): Track {
    return new Track([[0, value]]);
  }

  /** A cursor of its own; cheap when moved forward in small steps, correct in any order. */
  reader(): TrackReader {
    return new TrackReader(this.#times, this.#values, this.#integrals);
  }
}

/** A place on a track: what the quantity and its derivatives are at the time it was moved to. */
export class TrackReader {
  value = 0;
  slope = 0;
  curvature = 0;
  /** Integral of the value from time 0. */
  integral = 0;
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  readonly #integrals: Float64Array;
  #index = 0;

  constructor(times: Float64Array, values: Float64Array, integrals: Float64Array) {
    this.#times = times;
    this.#values = values;
    this.#integrals = integrals;
  }

  moveTo(time: number): this {
    const times = this.#times;
    let i = this.#index;
    while (i > 0 && times[i]! > time) i--;
    while (i + 1 < times.length && times[i + 1]! <= time) i++;
    this.#index = i;
    const start = times[i]!;
    const from = this.#values[i]!;
    if (time < start || i + 1 === times.length || this.#values[i + 1] === from) {
      this.value = from;
      this.slope = 0;
      this.curvature = 0;
      this.integral = this.#integrals[i]! + from * (time - start);
      return this;
    }
    const length = times[i + 1]! - start;
    const rise = this.#values[i + 1]! - from;
    const u = (time - start) / length;
    const uu = u * u;
    this.value = from + rise * uu * u * (10 + u * (6 * u - 15));
    this.slope = (rise * 30 * uu * (1 + u * (u - 2))) / length;
    this.curvature = (rise * 60 * u * (1 + u * (2 * u - 3))) / (length * length);
    this.integral = this.#integrals[i]! + length * (from * u + rise * uu * uu * (2.5 + u * (u - 3)));
    return this;
  }
}
