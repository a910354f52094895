/** What the acceleration columns tell about gravity and size, in the file's units. */
export interface GravityEvidence {
  /**
   * Median over windows of about 5 s of the length of the mean vector. A trunk comes back to where it was, so its
   * mean acceleration over seconds is gravity alone, at any gait; the mean length of the vector is not: without
   * gravity a canter averages 1 g too.
   */
  readonly magnitude: number;
  /** 10th and 90th percentile of the same over the windows. */
  readonly low: number;
  readonly high: number;
  /** Percentiles of the length of the vector. */
  readonly median: number;
  readonly p99: number;
  /** True when every value looked at is a whole number. */
  readonly integers: boolean;
}

/** Windows are shorter in a short recording, to have three, but never so short that a stride weighs in them. */
const WINDOW_SECONDS = 5;
const SHORTEST_WINDOW_SECONDS = 2;
const FEWEST_WINDOWS = 3;
const MOST_LENGTHS = 20_000;
/** A vector this many times longer than nine tenths of the others is a fault, and left out of the means. */
const FAULT = 20;

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** `axes` are x, y, z of equal length n > 0; `rateHz` need only be roughly right. */
export function findGravity(axes: readonly Float32Array[], rateHz: number): GravityEvidence {
  const [x, y, z] = axes as [Float32Array, Float32Array, Float32Array];
  const n = x.length;
  const stride = Math.max(1, Math.floor(n / MOST_LENGTHS));
  const lengths: number[] = [];
  let integers = true;
  for (let i = 0; i < n; i += stride) {
    lengths.push(Math.hypot(x[i]!, y[i]!, z[i]!));
    if (!Number.isInteger(x[i]!) || !Number.isInteger(y[i]!) || !Number.isInteger(z[i]!)) integers = false;
  }
  const sorted = Float64Array.from(lengths).sort();
  const longest = FAULT * percentile(sorted, 0.9);
  const seconds = Math.max(SHORTEST_WINDOW_SECONDS, Math.min(WINDOW_SECONDS, n / rateHz / FEWEST_WINDOWS));
  const window = Math.max(1, Math.min(n, Math.round(seconds * rateHz)));
  const means: number[] = [];
  for (let from = 0; from + window <= n; from += window) {
    let sumX = 0;
    let sumY = 0;
    let sumZ = 0;
    let count = 0;
    for (let i = from; i < from + window; i++) {
      const [ax, ay, az] = [x[i]!, y[i]!, z[i]!];
      if (!(Math.abs(ax) <= longest && Math.abs(ay) <= longest && Math.abs(az) <= longest)) continue;
      sumX += ax;
      sumY += ay;
      sumZ += az;
      count++;
    }
    if (count > 0) means.push(Math.hypot(sumX, sumY, sumZ) / count);
  }
  const sortedMeans = Float64Array.from(means).sort();
  return {
    magnitude: percentile(sortedMeans, 0.5) ?? 0,
    low: percentile(sortedMeans, 0.1) ?? 0,
    high: percentile(sortedMeans, 0.9) ?? 0,
    median: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    integers,
  };
}
