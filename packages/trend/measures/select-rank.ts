/**
 * The number that sorting would put at `rank`, as a rule in linear time (Hoare 1961). Numbers are moved so that none before it is
 * greater and none behind it less.
 */
export function selectRank(numbers: Float64Array, rank: number): number {
  let left = 0;
  let right = numbers.length - 1;
  while (left < right) {
    const pivot = middleOfThree(numbers[left], numbers[(left + right) >> 1], numbers[right]);
    let i = left;
    let j = right;
    while (i <= j) {
      while (numbers[i] < pivot) i += 1;
      while (numbers[j] > pivot) j -= 1;
      if (i > j) break;
      const moved = numbers[i];
      numbers[i++] = numbers[j];
      numbers[j--] = moved;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return numbers[rank];
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
