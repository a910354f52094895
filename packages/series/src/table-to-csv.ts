import { setImmediate } from 'node:timers/promises';
import { csvLine } from './csv-line.ts';
import { rowsIn, type Table } from './table.ts';

const rowsPerChunk = 1000;

/**
 * A table as CSV after RFC 4180, in chunks of text; the unit of a column stands behind its name. Empty where there is no
 * value. Between chunks others have their turn.
 * @throws RangeError when a column is not as long as the first
 */
export async function* tableToCsv(table: Table): AsyncGenerator<string> {
  const rows = rowsIn(table);
  yield csvLine(table.map(({ name, unit }) => (unit === null ? name : `${name} (${unit})`)));
  for (let from = 0; from < rows; from += rowsPerChunk) {
    const length = Math.min(rowsPerChunk, rows - from);
    yield Array.from({ length }, (_, i) => csvLine(table.map(({ values }) => values[from + i]))).join('');
    await setImmediate();
  }
}
