import { chooseColumns } from '../choose-columns.ts';
import type { Layout } from '../layout.ts';
import type { DecodeOptions } from '../options.ts';
import type { Table } from '../text/table.ts';

/**
 * Any table of numbers in text: names and units from the header and the values.
 * @throws RecordingRejected when the columns cannot be told
 */
export function recogniseCsv(table: Table, options: DecodeOptions): Layout {
  return { format: 'csv', ...chooseColumns(table, options) };
}
