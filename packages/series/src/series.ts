/** One column beside the time: as many values as there are times; null where there is none. */
export interface SeriesColumn {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly (number | null)[];
}

/** Columns of numbers over one rising time axis, in seconds. */
export interface Series {
  readonly time: readonly number[];
  readonly columns: readonly SeriesColumn[];
}

/** @throws RangeError when a column has not one value for each time. */
export function checkLengths({ time, columns }: Series): void {
  for (const { name, values } of columns) {
    if (values.length !== time.length)
      throw new RangeError(`column ${name} has ${values.length} values for ${time.length} times`);
  }
}
