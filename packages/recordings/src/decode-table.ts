import { assemble } from './assemble.ts';
import { recogniseCsv } from './decoders/csv.ts';
import { recogniseMovesenseCsv } from './decoders/movesense-csv.ts';
import { recogniseMpuRawCounts } from './decoders/mpu-raw-counts.ts';
import { recognisePhyphox } from './decoders/phyphox.ts';
import { recogniseSensorLogger } from './decoders/sensor-logger.ts';
import type { Layout } from './layout.ts';
import type { DecodeOptions } from './options.ts';
import type { Recording } from './recording.ts';
import { type ReadPlan, readRows } from './text/read-table.ts';
import { isInstant, type Table } from './text/table.ts';

/** Special formats first: whatever they do not know as their own is a generic table. */
function recognise(table: Table, options: DecodeOptions): Layout {
  return (
    recogniseSensorLogger(table, options) ??
    recognisePhyphox(table, options) ??
    recogniseMpuRawCounts(table, options) ??
    recogniseMovesenseCsv(table, options) ??
    recogniseCsv(table, options)
  );
}

/** Which columns of a table a layout needs, and how its time is written. */
export function planOf(table: Table, layout: Layout): ReadPlan {
  const cells = table.sample.map((row) => row[layout.time] ?? '').filter((cell) => cell !== '');
  const instants = cells.filter(isInstant).length;
  return {
    time: layout.time,
    channels: [...layout.acceleration, ...(layout.angularRate ?? [])],
    holdsTime: layout.holdsTime === true,
    timeKind: layout.timeUnit?.unit === 'iso' || instants * 2 > cells.length ? 'instant' : 'number',
  };
}

/**
 * Decodes a text whose table was found.
 * @throws RecordingRejected
 */
export async function decodeTable(
  table: Table,
  all: AsyncIterable<Uint8Array>,
  options: DecodeOptions,
): Promise<Recording> {
  const layout = recognise(table, options);
  const rows = await readRows(table, planOf(table, layout), all);
  return assemble(rows, layout, options).recording;
}
