/** Arithmetic mean; NaN when there are no values. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Population standard deviation (divides by n, as numpy.std does by default); NaN when there are no values. */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) ** 2;
  return Math.sqrt(sum / values.length);
}

/** The middle value, or the mean of the two middle ones; NaN when there are no values or one of them is NaN. */
export function median(values: ArrayLike<number>): number {
  return quantileOfSorted(sorted(values), 0.5);
}

/**
 * The value below which the share `p` (0-1) of the values lies, interpolated linearly between neighbours
 * (Hyndman & Fan 1996, definition 7; numpy.quantile's default).
 * NaN when there are no values or one of them is NaN.
 * @throws RangeError when `p` is not within 0-1.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile lies between 0 and 1, not at ${p}`);
  return quantileOfSorted(sorted(values), p);
}

/** Median of the distances from the median; NaN when there are no values or one of them is NaN. */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  const distances = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) distances[i] = Math.abs(values[i] - centre);
  return quantileOfSorted(distances.sort(), 0.5);
}

/**
 * 1.4826 times the median absolute deviation: equals the standard deviation when the values are normally
 * distributed, and hardly moves when up to half of them are wild. NaN when there are no values or one is NaN.
 */
export function robustStandardDeviation(values: ArrayLike<number>): number {
  return 1.4826 * medianAbsoluteDeviation(values);
}

function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

function quantileOfSorted(ascending: Float64Array, p: number): number {
  const last = ascending.length - 1;
  // A typed array sorts NaN to the end.
  if (last < 0 || Number.isNaN(ascending[last])) return Number.NaN;
  const position = p * last;
  const index = Math.floor(position);
  const share = position - index;
  const below = ascending[index];
  const above = ascending[Math.min(index + 1, last)];
  // From the nearer neighbour: monotone in p, and exact at both ends.
  return share < 0.5 ? below + (above - below) * share : above - (above - below) * (1 - share);
}
