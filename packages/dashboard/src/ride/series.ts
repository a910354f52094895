interface Column {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Series {
  readonly time: readonly number[];
  readonly columns: readonly Column[];
}

/** The values of a column; null when the series has none of that name, or nothing was measured in it. */
export function valuesOf({ columns }: Series, name: string): readonly (number | null)[] | null {
  const values = columns.find((column) => column.name === name)?.values ?? null;
  return values?.some((value) => value !== null) ? values : null;
}

/** The index of the time that is nearest to an instant. */
export function nearestIndex(time: readonly number[], at: number): number {
  let low = 0;
  let high = time.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  const before = Math.max(0, low - 1);
  return Math.abs((time[before] as number) - at) <= Math.abs((time[low] as number) - at) ? before : low;
}
