/**
 * Where the mean of a series changes: seeded binary segmentation (Kovacs, Buhlmann, Li and Munk 2023), in n log n. In each of
 * a fixed set of intervals, long and short, the split that explains most is looked for; of those that take more than
 * `threshold` off the sum of squares the greatest is a change, then the next whose interval has none yet. `values` have a
 * standard deviation of 1 around their means. Gives the indices that a new level begins at, each level `shortest` long at
 * least.
 */
export function changePoints(values: ArrayLike<number>, threshold: number, shortest: number): number[] {
  const n = values.length;
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i] + values[i];
  const found: number[] = [];
  const splits = seededIntervals(n, 2 * shortest)
    .map(([from, to]) => bestSplit(sums, from, to, shortest))
    .filter(({ gain }) => gain > threshold)
    .sort((a, b) => b.gain - a.gain);
  for (const { from, to, at } of splits) {
    if (!found.some((each) => each > from && each < to)) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

/** Where two means explain an interval best, and how much they take off its sum of squares. */
function bestSplit(sums: Float64Array, from: number, to: number, shortest: number) {
  const all = sums[to] - sums[from];
  const length = to - from;
  let at = from;
  let gain = 0;
  for (let split = from + shortest; split <= to - shortest; split++) {
    const before = split - from;
    const off = sums[split] - sums[from] - (all * before) / length;
    const taken = (off * off * length) / (before * (length - before));
    if (taken > gain) {
      gain = taken;
      at = split;
    }
  }
  return { from, to, at, gain };
}

/** The whole, and ever shorter intervals that overlap by half or more. */
function seededIntervals(n: number, least: number): (readonly [number, number])[] {
  const intervals: (readonly [number, number])[] = [];
  for (let layer = 0; ; layer++) {
    const length = n * 2 ** (-layer / 2);
    if (length < least) return intervals;
    const count = 2 * Math.ceil(2 ** (layer / 2)) - 1;
    const shift = count > 1 ? (n - length) / (count - 1) : 0;
    for (let i = 0; i < count; i++) {
      intervals.push([Math.floor(i * shift), Math.min(Math.ceil(i * shift + length), n)]);
    }
  }
}
