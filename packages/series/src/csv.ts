import { setImmediate } from 'node:timers/promises';
import { csvLine } from './csv-line.ts';
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
  yield csvLine(header);
  for (let from = 0; from < time.length; from += rowsPerChunk) {
    const rows = time.slice(from, from + rowsPerChunk);
    yield rows.map((at, i) => csvLine([at, ...columns.map(({ values }) => values[from + i])])).join('');
    await setImmediate();
  }
}
