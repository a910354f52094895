/** What equal values take from pairs, and from the variance of Kendall's S. */
export interface Ties {
  readonly pairs: number;
  readonly triples: number;
  readonly variance: number;
}

/** Of values that are in order. */
export function tiesIn(sorted: Float64Array): Ties {
  let [pairs, triples, variance] = [0, 0, 0];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
    const t = to - from;
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    variance += t * (t - 1) * (2 * t + 5);
  }
  return { pairs, triples, variance };
}

/** Pairs that are equal in what is in order and, where there is one, in what goes along and is in order within it. */
export function pairsOfEqual(sorted: Float64Array, along: Float64Array = sorted): number {
  let pairs = 0;
  for (let i = 1, before = 0; i < sorted.length; i++) {
    before = sorted[i] === sorted[i - 1] && along[i] === along[i - 1] ? before + 1 : 0;
    pairs += before;
  }
  return pairs;
}
