/**
 * Brings irregularly sampled values onto a uniform grid: sample k is the value at k / sampleRateHz seconds.
 *
 * Between samples runs a cubic (Hermite, slopes of fourth order where the spacing is even); across holes, longer than
 * 0.1 s and than five median intervals, a straight line. Where the source is denser than the grid, a grid value is the
 * mean of that curve over the cell around it, its droop undone by a 24th of the second difference: what the grid
 * cannot hold is damped instead of folded down. Elsewhere it is the curve itself, so samples already on the grid stay
 * as they are. Before the first and after the last sample their values hold.
 *
 * @param time n >= 1 time stamps in s, strictly increasing.
 * @param values n values.
 * @param options.duration length of the grid in s, by default until the last time stamp.
 * @returns floor(duration * sampleRateHz) + 1 values.
 * @throws RangeError when the lengths differ or are 0, time does not increase, or the rate or the duration makes no grid.
 */
export function resample(
  time: ArrayLike<number>,
  values: ArrayLike<number>,
  options: { readonly sampleRateHz: number; readonly duration?: number },
): Float32Array {
  checkTime(time, values.length);
  const rate = options.sampleRateHz;
  const duration = options.duration ?? Math.max(time[time.length - 1], 0);
  if (!(rate > 0 && Number.isFinite(rate) && duration >= 0 && Number.isFinite(duration))) {
    throw new RangeError(`${duration} s at ${rate} Hz is not a grid`);
  }
  // A duration of a whole number of steps ends on the last one, however its product was rounded.
  const grid = new Float32Array(Math.floor(duration * rate + 1e-6) + 1);
  const curve = new Curve(time, values);
  const first = time[0];
  const last = time[time.length - 1];

  let areaBefore = 0;
  // The last two cells, kept in double precision for the second difference.
  let older = 0;
  let old = 0;
  let oldIsMean = false;
  for (let k = 0; k < grid.length; k++) {
    const from = (k - 0.5) / rate;
    const to = (k + 0.5) / rate;
    curve.advance(k / rate);
    const dense = curve.spacing() * rate < denseShare && from >= first && to <= last;
    const value = curve.value(k / rate);
    curve.advance(to);
    const area = curve.area(to);
    const now = dense ? (area - areaBefore) * rate : value;
    areaBefore = area;
    if (oldIsMean) grid[k - 1] = old - (now - 2 * old + older) / 24;
    grid[k] = now;
    older = old;
    old = now;
    oldIsMean = dense;
  }
  return grid;
}

/** Source intervals shorter than this share of a grid step are averaged. */
const denseShare = 0.75;

/** Neighbouring intervals that differ by more than this factor count as uneven. */
const unevenFactor = 3;

/** The curve through the samples, walked from left to right. */
class Curve {
  readonly #time: ArrayLike<number>;
  readonly #values: ArrayLike<number>;
  readonly #hole: number;
  /** The current interval: from sample `#at` to the next one; -1 before the first, n - 1 after the last. */
  #at = -1;
  /** Integral up to the sample `#at`. */
  #areaBefore = 0;
  #start = 0;
  /** Value at the start of the interval and the further coefficients of the cubic in the time since. */
  #c0 = 0;
  #c1 = 0;
  #c2 = 0;
  #c3 = 0;
  /** Slope at the end of the interval. */
  #slope = 0;

  constructor(time: ArrayLike<number>, values: ArrayLike<number>) {
    this.#time = time;
    this.#values = values;
    this.#hole = Math.max(0.1, 5 * medianInterval(time));
    this.#c0 = values[0];
    this.#slope = this.#slopeAt(0);
  }

  /** Moves on to the interval that holds `t`. */
  advance(t: number): void {
    while (this.#at < this.#time.length - 1 && this.#time[this.#at + 1] <= t) this.#enter(this.#at + 1);
  }

  value(t: number): number {
    const u = t - this.#start;
    return this.#c0 + u * (this.#c1 + u * (this.#c2 + u * this.#c3));
  }

  /** Integral of the curve from the first sample to `t`. */
  area(t: number): number {
    if (this.#at < 0) return 0;
    const u = t - this.#start;
    return this.#areaBefore + u * (this.#c0 + u * (this.#c1 / 2 + u * (this.#c2 / 3 + (u * this.#c3) / 4)));
  }

  /** Mean interval in s between the (up to) four samples around the current place. */
  spacing(): number {
    const before = Math.max(this.#at - 1, 0);
    const after = Math.min(this.#at + 2, this.#time.length - 1);
    return after > before
      ? (this.#time[after] - this.#time[before]) / (after - before)
      : Number.POSITIVE_INFINITY;
  }

  #enter(at: number): void {
    const time = this.#time;
    if (at > 0) this.#areaBefore = this.area(time[at]);
    this.#at = at;
    this.#start = time[at];
    this.#c0 = this.#values[at];
    if (at === time.length - 1) {
      this.#c1 = 0;
      this.#c2 = 0;
      this.#c3 = 0;
      return;
    }
    const length = time[at + 1] - this.#start;
    const secant = (this.#values[at + 1] - this.#c0) / length;
    const slope = this.#slope;
    this.#slope = this.#slopeAt(at + 1);
    if (length > this.#hole) {
      this.#c1 = secant;
      this.#c2 = 0;
      this.#c3 = 0;
      return;
    }
    this.#c1 = slope;
    this.#c2 = (3 * secant - 2 * slope - this.#slope) / length;
    this.#c3 = (slope + this.#slope - 2 * secant) / (length * length);
  }

  /** Derivative at sample i: of the parabola through its neighbours, and better where the spacing is even. */
  #slopeAt(i: number): number {
    const time = this.#time;
    const values = this.#values;
    const last = time.length - 1;
    const before = i > 0 ? time[i] - time[i - 1] : Number.POSITIVE_INFINITY;
    const after = i < last ? time[i + 1] - time[i] : Number.POSITIVE_INFINITY;
    if (before > this.#hole) return after > this.#hole ? 0 : (values[i + 1] - values[i]) / after;
    if (after > this.#hole) return (values[i] - values[i - 1]) / before;
    // Uneven: the secant over both intervals, which noise in two almost simultaneous samples cannot blow up.
    if (uneven(before, after)) return (values[i + 1] - values[i - 1]) / (before + after);
    const near = parabolaSlope(before, after, values[i] - values[i - 1], values[i + 1] - values[i]);
    if (i < 2 || i > last - 2) return near;
    const farBefore = time[i] - time[i - 2];
    const farAfter = time[i + 2] - time[i];
    if (uneven(before, farBefore - before) || uneven(after, farAfter - after)) return near;
    const far = parabolaSlope(farBefore, farAfter, values[i] - values[i - 2], values[i + 2] - values[i]);
    // Richardson's extrapolation to spacing 0.
    return (4 * near - far) / 3;
  }
}

function uneven(a: number, b: number): boolean {
  return a > unevenFactor * b || b > unevenFactor * a;
}

function parabolaSlope(before: number, after: number, riseBefore: number, riseAfter: number): number {
  return ((after / before) * riseBefore + (before / after) * riseAfter) / (before + after);
}

function checkTime(time: ArrayLike<number>, count: number): void {
  if (time.length !== count) throw new RangeError(`${time.length} time stamps do not fit ${count} values`);
  if (count === 0) throw new RangeError('nothing to resample: there are no values');
  if (!Number.isFinite(time[0])) throw new RangeError('time stamp 0 is not a finite number');
  for (let i = 1; i < time.length; i++) {
    if (!(time[i] > time[i - 1] && time[i] < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`time must increase: stamp ${i} is ${time[i]} s after ${time[i - 1]} s`);
    }
  }
}

/** From at most a few thousand of the intervals, evenly spread. */
function medianInterval(time: ArrayLike<number>): number {
  const intervals = time.length - 1;
  if (intervals < 1) return 0;
  const taken = new Float64Array(Math.min(intervals, 4096));
  for (let i = 0; i < taken.length; i++) {
    const at = Math.floor((i * intervals) / taken.length);
    taken[i] = time[at + 1] - time[at];
  }
  return taken.sort()[taken.length >> 1];
}
