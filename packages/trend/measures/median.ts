import { selectRank } from './select-rank.ts';

/** The middle value, or the mean of the two middle ones; NaN when there are no values. */
export function median(values: ArrayLike<number>): number {
  const numbers = new Float64Array(values);
  const n = numbers.length;
  if (n === 0) return Number.NaN;
  const middle = selectRank(numbers, (n - 1) >> 1);
  return n % 2 === 1 ? middle : (middle + selectRank(numbers, n >> 1)) / 2;
}

const reach = 2;
const near = new Float64Array(2 * reach + 1);

/** Median of the value at `index` and the two on either side, as far as there are any. */
export function medianNear(values: readonly number[], index: number): number {
  const to = Math.min(index + reach, values.length - 1);
  let size = 0;
  for (let i = Math.max(0, index - reach); i <= to; i++) {
    let at = size++;
    while (at > 0 && near[at - 1] > values[i]) {
      near[at] = near[at - 1];
      at -= 1;
    }
    near[at] = values[i];
  }
  return middleOf(near.subarray(0, size));
}

function middleOf(sorted: Float64Array): number {
  const n = sorted.length;
  return (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
}
