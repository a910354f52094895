/**
 * Where the mean of a series changes: the segments with the least sum of squares + penalty for each change, exactly (PELT:
 * Killick, Fearnhead and Eckley 2012). `values` have a standard deviation of 1 around their means. Gives the indices that a
 * new segment begins at, without 0.
 */
export function changePoints(values: ArrayLike<number>, penalty: number, shortest: number): number[] {
  const n = values.length;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    sums[i + 1] = sums[i] + values[i];
    squares[i + 1] = squares[i] + values[i] ** 2;
  }
  const cost = (from: number, to: number) =>
    squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(n + 1);
  best[0] = -penalty;
  let candidates: number[] = [];
  for (let to = shortest; to <= n; to++) {
    const newest = to - shortest;
    if (newest === 0 || newest >= shortest) candidates.push(newest);
    for (const from of candidates) {
      const total = best[from] + cost(from, to) + penalty;
      if (total < best[to]) {
        best[to] = total;
        previous[to] = from;
      }
    }
    candidates = candidates.filter((from) => best[from] + cost(from, to) <= best[to]);
  }
  const found: number[] = [];
  for (let at = previous[n]; at > 0; at = previous[at]) found.unshift(at);
  return found;
}
