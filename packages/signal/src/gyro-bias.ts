import type { SensorAxes, Vector } from './orientation.ts';

/** What a gyroscope reads at rest. */
export interface GyroBias {
  /** deg/s. */
  readonly bias: Vector;
  /** How much stillness it was taken from. */
  readonly stillSeconds: number;
}

const windowSeconds = 1.5;
/** Standard deviations (g, deg/s) over all three axes below which a window is still: a standing animal breathes and shifts. */
const stillAcceleration = 0.03;
const stillRate = 2;

/**
 * Bias of a gyroscope from the windows of 1.5 s in which neither acceleration nor angular rate vary by more than on a
 * standing animal: the geometric median of their mean angular rates. Null when there is no such window. A turn at
 * constant rate without any other motion would look the same; no animal makes one.
 *
 * @param acceleration n samples in g.
 * @param angularRate n samples in deg/s.
 */
export function gyroBias(
  acceleration: SensorAxes,
  angularRate: SensorAxes,
  sampleRateHz: number,
): GyroBias | null {
  const window = Math.max(2, Math.round(windowSeconds * sampleRateHz));
  const means: Vector[] = [];
  for (let from = 0; from + window <= acceleration.x.length; from += window) {
    if (spread(acceleration, from, window).deviation > stillAcceleration) continue;
    const rate = spread(angularRate, from, window);
    if (rate.deviation <= stillRate) means.push(rate.mean);
  }
  if (means.length === 0) return null;
  return { bias: geometricMedian(means), stillSeconds: (means.length * window) / sampleRateHz };
}

/** Mean vector of a window, and the root of the summed variances of its axes, which no rotation changes. */
function spread({ x, y, z }: SensorAxes, from: number, count: number): { mean: Vector; deviation: number } {
  let variance = 0;
  const mean = [x, y, z].map((axis) => {
    let sum = 0;
    for (let i = from; i < from + count; i++) sum += axis[i];
    const centre = sum / count;
    for (let i = from; i < from + count; i++) variance += (axis[i] - centre) ** 2;
    return centre;
  });
  return { mean: mean as unknown as Vector, deviation: Math.sqrt(variance / count) };
}

/** The point of least total distance to all (Weiszfeld 1937): robust like a median, and the same in any rotation. */
function geometricMedian(points: readonly Vector[]): Vector {
  let [x, y, z] = [0, 0, 0];
  for (const point of points) {
    x += point[0] / points.length;
    y += point[1] / points.length;
    z += point[2] / points.length;
  }
  for (let round = 0; round < 50; round++) {
    let [sx, sy, sz, sum] = [0, 0, 0, 0];
    for (const point of points) {
      const distance = Math.sqrt((point[0] - x) ** 2 + (point[1] - y) ** 2 + (point[2] - z) ** 2);
      const weight = 1 / Math.max(distance, 1e-6);
      sx += weight * point[0];
      sy += weight * point[1];
      sz += weight * point[2];
      sum += weight;
    }
    [x, y, z] = [sx / sum, sy / sum, sz / sum];
  }
  return [x, y, z];
}
