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
