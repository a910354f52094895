/**
 * A quantity at each whole second, straight between neighbouring samples; NaN where there are none on both sides, or the
 * two are further apart than `longestGap` (s): gaps are left open.
 *
 * @param time s, strictly increasing
 * @param count of seconds, from 0 on
 */
export function eachSecond(
  time: ArrayLike<number>,
  values: ArrayLike<number>,
  count: number,
  longestGap: number,
): Float64Array {
  const result = new Float64Array(count).fill(NaN);
  for (let i = 0; i < time.length; i++) {
    if (Number.isInteger(time[i]) && time[i] >= 0 && time[i] < count) result[time[i]] = values[i];
    if (i + 1 === time.length || time[i + 1] - time[i] > longestGap) continue;
    const step = (values[i + 1] - values[i]) / (time[i + 1] - time[i]);
    for (let at = Math.max(0, Math.ceil(time[i])); at <= Math.min(count - 1, time[i + 1]); at++)
      result[at] = values[i] + step * (at - time[i]);
  }
  return result;
}

/** Seconds of which something is known. */
export function known(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}
