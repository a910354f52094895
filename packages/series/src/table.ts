/** One column: numbers in a unit, or text, which has none. Null where there is no value. */
export type TableColumn =
  | { readonly name: string; readonly unit: string; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly unit: null; readonly values: readonly (string | null)[] };

/** Columns side by side, all of one length. */
export type Table = readonly TableColumn[];

/** @throws RangeError when a column is not as long as the first */
export function rowsIn(table: Table): number {
  const rows = table[0]?.values.length ?? 0;
  for (const { name, values } of table) {
    if (values.length !== rows)
      throw new RangeError(`column ${name} has ${values.length} values, not ${rows}`);
  }
  return rows;
}
