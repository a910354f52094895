/** What the acceleration columns tell about gravity and size, in the file's units. */
export interface GravityEvidence {
  /**
   * Median over windows of about 5 s of the length of the mean vector. A trunk comes back to where it was, so its
   * mean acceleration over seconds is gravity alone, at any gait; the mean length of the vector is not.
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

const WINDOW_SECONDS = 5;
const MOST_LENGTHS = 20_000;

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** `axes` are x, y, z of equal length n > 0; `rateHz` need only be roughly right. */
export function findGravity(axes: readonly Float32Array[], rateHz: number): GravityEvidence {
  const [x, y, z] = axes as [Float32Array, Float32Array, Float32Array];
  const n = x.length;
  const window = Math.max(1, Math.min(n, Math.round(WINDOW_SECONDS * rateHz)));
  const means: number[] = [];
  for (let from = 0; from + window <= n; from += window) {
    let sumX = 0;
    let sumY = 0;
    let sumZ = 0;
    for (let i = from; i < from + window; i++) {
      sumX += x[i]!;
      sumY += y[i]!;
      sumZ += z[i]!;
    }
    means.push(Math.hypot(sumX, sumY, sumZ) / window);
  }
  const sortedMeans = Float64Array.from(means).sort();
  const stride = Math.max(1, Math.floor(n / MOST_LENGTHS));
  const lengths: number[] = [];
  let integers = true;
  for (let i = 0; i < n; i += stride) {
    lengths.push(Math.hypot(x[i]!, y[i]!, z[i]!));
    if (!Number.isInteger(x[i]!) || !Number.isInteger(y[i]!) || !Number.isInteger(z[i]!)) integers = false;
  }
  const sortedLengths = Float64Array.from(lengths).sort();
  return {
    magnitude: percentile(sortedMeans, 0.5),
    low: percentile(sortedMeans, 0.1),
    high: percentile(sortedMeans, 0.9),
    median: percentile(sortedLengths, 0.5),
    p99: percentile(sortedLengths, 0.99),
    integers,
  };
}
