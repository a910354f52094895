/** Room to merge in; grows to what was needed most. */
let otherKeys: Float64Array = new Float64Array(0);
let otherOrder: Int32Array = new Int32Array(0);

/** So many are put in order one by one before merging begins. */
const run = 8;

/**
 * Sorts numbers, stably, and whatever goes along with them in `order`. Counts the pairs that stood the wrong way round,
 * equal ones are none: in n log n, by merging (Knight 1966).
 */
export function sortCounting(keys: Float64Array, order: Int32Array): number {
  const n = keys.length;
  if (otherKeys.length < n) {
    otherKeys = new Float64Array(n);
    otherOrder = new Int32Array(n);
  }
  let inversions = 0;
  for (let from = 0; from < n; from += run) {
    inversions += insert(keys, order, from, Math.min(from + run, n));
  }
  let [fromKeys, fromOrder, toKeys, toOrder] = [keys, order, otherKeys, otherOrder];
  for (let width = run; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      const middle = Math.min(left + width, n);
      const end = Math.min(left + 2 * width, n);
      inversions += merge(fromKeys, fromOrder, toKeys, toOrder, left, middle, end);
    }
    [fromKeys, fromOrder, toKeys, toOrder] = [toKeys, toOrder, fromKeys, fromOrder];
  }
  if (fromKeys !== keys) {
    for (let i = 0; i < n; i++) {
      keys[i] = fromKeys[i];
      order[i] = fromOrder[i];
    }
  }
  return inversions;
}

function insert(keys: Float64Array, order: Int32Array, from: number, to: number): number {
  let inversions = 0;
  for (let i = from + 1; i < to; i++) {
    const key = keys[i];
    const along = order[i];
    let at = i;
    while (at > from && keys[at - 1] > key) {
      keys[at] = keys[at - 1];
      order[at] = order[at - 1];
      at -= 1;
    }
    keys[at] = key;
    order[at] = along;
    inversions += i - at;
  }
  return inversions;
}

function merge(
  fromKeys: Float64Array,
  fromOrder: Int32Array,
  toKeys: Float64Array,
  toOrder: Int32Array,
  left: number,
  middle: number,
  end: number,
): number {
  let inversions = 0;
  let a = left;
  let b = middle;
  let to = left;
  while (a < middle && b < end) {
    const keyA = fromKeys[a];
    const keyB = fromKeys[b];
    if (keyB < keyA) {
      inversions += middle - a;
      toKeys[to] = keyB;
      toOrder[to++] = fromOrder[b++];
    } else {
      toKeys[to] = keyA;
      toOrder[to++] = fromOrder[a++];
    }
  }
  for (; a < middle; a++, to++) {
    toKeys[to] = fromKeys[a];
    toOrder[to] = fromOrder[a];
  }
  for (; b < end; b++, to++) {
    toKeys[to] = fromKeys[b];
    toOrder[to] = fromOrder[b];
  }
  return inversions;
}
