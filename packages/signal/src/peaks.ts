export interface PeakConditions {
  /** Least value of a peak, in the unit of the values. */
  readonly minHeight?: number;
  /** Least distance in samples between peaks, at least 1; of two that are closer the lower one goes. */
  readonly minDistance?: number;
  /** Least height above the higher of the two valleys that part a peak from higher ground (or the end), in the unit of the values. */
  readonly minProminence?: number;
}

/**
 * Indices of the local maxima that meet all conditions, ascending. A maximum is higher than both its neighbours; a flat
 * top counts as one, at its middle (rounded down); the first and the last value are never one. Conditions apply in the
 * order height, distance, prominence, as in scipy.signal.find_peaks. Of equally high peaks too close together the later
 * one stays.
 * @throws RangeError when `minDistance` is below 1.
 */
export function findPeaks(values: ArrayLike<number>, conditions: PeakConditions = {}): Int32Array {
  const { minHeight, minDistance, minProminence } = conditions;
  if (minDistance !== undefined && !(minDistance >= 1)) {
    throw new RangeError(`the distance between peaks is at least 1 sample, not ${minDistance}`);
  }
  let peaks = localMaxima(values);
  if (minHeight !== undefined) peaks = peaks.filter((peak) => values[peak] >= minHeight);
  if (minDistance !== undefined) peaks = keepDistant(values, peaks, Math.ceil(minDistance));
  if (minProminence !== undefined) {
    const prominences = peakProminences(values, peaks);
    peaks = peaks.filter((_, i) => prominences[i] >= minProminence);
  }
  return peaks;
}

/**
 * Where the top lies between samples: the parabola through the value at `index` and its two neighbours.
 * @returns `offset` in samples from `index`, and the height there. Without two neighbours, or where they do not curve
 *   downward, the sample itself: offset 0.
 */
export function refinePeak(values: ArrayLike<number>, index: number): { offset: number; value: number } {
  const top = values[index];
  if (index < 1 || index > values.length - 2) return { offset: 0, value: top };
  const before = values[index - 1];
  const after = values[index + 1];
  const curvature = before - 2 * top + after;
  if (!(curvature < 0)) return { offset: 0, value: top };
  const offset = (0.5 * (before - after)) / curvature;
  return { offset, value: top - 0.25 * (before - after) * offset };
}

function localMaxima(values: ArrayLike<number>): Int32Array {
  const found: number[] = [];
  const last = values.length - 1;
  for (let i = 1; i < last; i++) {
    if (!(values[i - 1] < values[i])) continue;
    let ahead = i + 1;
    while (ahead < last && values[ahead] === values[i]) ahead++;
    if (values[ahead] < values[i]) {
      found.push((i + ahead - 1) >> 1);
      i = ahead;
    }
  }
  return Int32Array.from(found);
}

function keepDistant(values: ArrayLike<number>, peaks: Int32Array, distance: number): Int32Array {
  const keep = new Uint8Array(peaks.length).fill(1);
  const byHeight = Int32Array.from(peaks.keys()).sort((a, b) => values[peaks[a]] - values[peaks[b]] || a - b);
  for (let rank = byHeight.length - 1; rank >= 0; rank--) {
    const i = byHeight[rank];
    if (keep[i] === 0) continue;
    for (let k = i - 1; k >= 0 && peaks[i] - peaks[k] < distance; k--) keep[k] = 0;
    for (let k = i + 1; k < peaks.length && peaks[k] - peaks[i] < distance; k++) keep[k] = 0;
  }
  return peaks.filter((_, i) => keep[i] === 1);
}

function peakProminences(values: ArrayLike<number>, peaks: Int32Array): Float64Array {
  const before = valleys(values, peaks, 1);
  const after = valleys(values, peaks, -1);
  return Float64Array.from(peaks, (peak, p) => values[peak] - Math.max(before[p], after[p]));
}

/**
 * For each peak the lowest value between it and higher ground, or the end: to its left with `direction` 1, to its right
 * with -1. One walk over the values; each leaves the stack at most once, so a long slope costs no more than a flat.
 */
function valleys(values: ArrayLike<number>, peaks: Int32Array, direction: 1 | -1): Float64Array {
  const found = new Float64Array(peaks.length);
  // Heights that nothing walked so far hides, descending, and the lowest value between each and the one before it.
  const heights: number[] = [];
  const lows: number[] = [];
  let p = direction === 1 ? 0 : peaks.length - 1;
  for (let i = direction === 1 ? 0 : values.length - 1; p >= 0 && p < peaks.length; i += direction) {
    const value = values[i];
    let low = value;
    while (heights.length > 0 && heights[heights.length - 1] <= value) {
      heights.pop();
      low = Math.min(low, lows.pop()!);
    }
    heights.push(value);
    lows.push(low);
    if (i === peaks[p]) {
      found[p] = low;
      p += direction;
    }
  }
  return found;
}
