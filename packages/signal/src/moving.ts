import { median } from './statistics.ts';

/**
 * Mean over a window centred on each value.
 *
 * @param width window in samples, at least 1; an even one counts as the next odd one. At both ends the window shrinks
 *   to the values that exist.
 * @returns n numbers. A NaN spoils every later one.
 */
export function movingMean(values: ArrayLike<number>, width: number): Float64Array {
  const n = values.length;
  const half = halfWidth(width);
  const result = new Float64Array(n);
  let sum = 0;
  // What the additions lost (Neumaier 1974): a spike must leave no trace once it has left the window.
  let lost = 0;
  const include = (value: number) => {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  };
  for (let i = 0; i < Math.min(half, n); i++) include(values[i]!);
  for (let i = 0; i < n; i++) {
    if (i + half < n) include(values[i + half]!);
    if (i - half > 0) include(-values[i - half - 1]!);
    result[i] = (sum + lost) / (Math.min(i + half, n - 1) - Math.max(i - half, 0) + 1);
  }
  return result;
}

/**
 * Median over a window centred on each value; window as in {@link movingMean}.
 * @returns n numbers; NaN where the window holds a NaN.
 */
export function movingMedian(values: ArrayLike<number>, width: number): Float64Array {
  const n = values.length;
  const half = halfWidth(width);
  const copy = Float64Array.from(values);
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) result[i] = median(copy.subarray(Math.max(i - half, 0), i + half + 1));
  return result;
}

function halfWidth(width: number): number {
  if (!(width >= 1)) throw new RangeError(`a window is at least 1 sample wide, not ${width}`);
  return Math.floor(width / 2);
}
