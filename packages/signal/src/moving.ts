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
  for (let i = 0; i < Math.min(half, n); i++) include(values[i]);
  for (let i = 0; i < n; i++) {
    if (i + half < n) include(values[i + half]);
    if (i - half > 0) include(-values[i - half - 1]);
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
  const result = new Float64Array(n);
  const window = new Float64Array(Math.min(2 * half + 1, n) + 1);
  let count = 0;
  for (let i = 0; i < Math.min(half, n); i++) count = insert(window, count, values[i]);
  for (let i = 0; i < n; i++) {
    if (i + half < n) count = insert(window, count, values[i + half]);
    if (i - half > 0) count = remove(window, count, values[i - half - 1]);
    // NaN sorts to the end.
    const spoilt = Number.isNaN(window[count - 1]);
    result[i] = spoilt ? Number.NaN : (window[(count - 1) >> 1] + window[count >> 1]) / 2;
  }
  return result;
}

/** Inserts into the first `count` numbers, which are ascending with NaN at the end; returns the new count. */
function insert(ascending: Float64Array, count: number, value: number): number {
  const at = Number.isNaN(value) ? count : place(ascending, count, value);
  ascending.copyWithin(at + 1, at, count);
  ascending[at] = value;
  return count + 1;
}

function remove(ascending: Float64Array, count: number, value: number): number {
  const at = Number.isNaN(value) ? count - 1 : place(ascending, count, value);
  ascending.copyWithin(at, at + 1, count);
  return count - 1;
}

/** Index of the first number that is not below `value`. */
function place(ascending: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function halfWidth(width: number): number {
  if (!(width >= 1)) throw new RangeError(`a window is at least 1 sample wide, not ${width}`);
  return Math.floor(width / 2);
}
