/**
 * A quantity that changes smoothly with time: through given knots, at rest in each of them, and between two of
 * them along the quintic 6u^5 - 15u^4 + 10u^3. Value, slope and curvature are continuous, and the integral has
 * a closed form, so phase (from stride frequency) and heading (from heading rate) are exact.
 * Before the first and after the last knot the value stays; without any knot it is 0.
 */
export class Track {
  readonly #times: number[] = [];
  readonly #values: number[] = [];
  readonly #integrals: number[] = [];

  /** The value (at this time, s, and on) of a track that goes on from its last knot. */
  add(time: number, value: number): this {
    const times = this.#times;
    const last = times.length - 1;
    if (last >= 0 && time === times[last]) {
      times.pop();
      this.#values.pop();
      this.#integrals.pop();
      return this.add(time, value);
    }
    if (last >= 0 && !(time > times[last]))
      throw new RangeError(`A knot at ${time} s after one at ${times[last]} s`);
    const area =
      last < 0
        ? time * value
        : this.#integrals[last] + ((time - times[last]) * (this.#values[last] + value)) / 2;
    times.push(time);
    this.#values.push(value);
    this.#integrals.push(area);
    return this;
  }

  /** The value of the last knot. */
  get last(): number {
    return this.#values.at(-1) ?? 0;
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
  readonly #times: readonly number[];
  readonly #values: readonly number[];
  readonly #integrals: readonly number[];
  #index = 0;

  constructor(times: readonly number[], values: readonly number[], integrals: readonly number[]) {
    this.#times = times;
    this.#values = values;
    this.#integrals = integrals;
  }

  moveTo(time: number): this {
    const times = this.#times;
    let i = this.#index;
    while (i > 0 && times[i] > time) i--;
    while (i + 1 < times.length && times[i + 1] <= time) i++;
    this.#index = i;
    if (times.length === 0) return this;
    const start = times[i];
    const from = this.#values[i];
    if (time < start || i + 1 === times.length || this.#values[i + 1] === from) {
      this.value = from;
      this.slope = 0;
      this.curvature = 0;
      this.integral = this.#integrals[i] + from * (time - start);
      return this;
    }
    const length = times[i + 1] - start;
    const rise = this.#values[i + 1] - from;
    const u = (time - start) / length;
    const uu = u * u;
    this.value = from + rise * uu * u * (10 + u * (6 * u - 15));
    this.slope = (rise * 30 * uu * (1 + u * (u - 2))) / length;
    this.curvature = (rise * 60 * u * (1 + u * (2 * u - 3))) / (length * length);
    this.integral = this.#integrals[i] + length * (from * u + rise * uu * uu * (2.5 + u * (u - 3)));
    return this;
  }
}
