import { setImmediate } from 'node:timers/promises';
import { checkLengths, type Series } from './series.ts';

const rowsPerChunk = 1000;

/**
 * A series as CSV after RFC 4180, in chunks of text: a header such as `time (s),cadence (1/min)`, then a row for each
 * time; empty where there is no value. Between chunks others have their turn.
 * @throws RangeError when a column has not one value for each time
 */
export async function* toCsv(series: Series): AsyncGenerator<string> {
  checkLengths(series);
  const { time, columns } = series;
  const header = ['time (s)', ...columns.map(({ name, unit }) => `${name} (${unit})`)];
  yield line(header.map(quoted));
  for (let from = 0; from < time.length; from += rowsPerChunk) {
    const rows = time.slice(from, from + rowsPerChunk);
    yield rows.map((at, i) => line([at, ...columns.map(({ values }) => values[from + i])])).join('');
    await setImmediate();
  }
}

function line(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
