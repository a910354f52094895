/**
 * Exponentially weighted mean of the values that are there, at each index: the newest has weight 1, one d places older
 * (1 - lambda)^d, one that is null none. Null before the first. With nothing missing it is the usual m += lambda (value - m),
 * but for its start, where that takes the first value for the whole past.
 */
export function recencyWeighted(values: readonly (number | null)[], lambda: number): (number | null)[] {
  let sum = 0;
  let weight = 0;
  return values.map((value) => {
    sum = sum * (1 - lambda) + (value ?? 0);
    weight = weight * (1 - lambda) + (value === null ? 0 : 1);
    return weight > 0 ? sum / weight : null;
  });
}
