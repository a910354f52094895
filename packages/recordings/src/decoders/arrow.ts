import { zstdDecompressSync } from 'node:zlib';
import type { DataType, RecordBatch, Schema, Vector } from 'apache-arrow';
import { assemble } from '../assemble.ts';
import { chooseColumns } from '../choose-columns.ts';
import { readColumnName } from '../column-name.ts';
import type { DecodeOptions } from '../options.ts';
import { readWhole } from '../read-whole.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { rowsOf } from '../rows.ts';
import { GrowingColumns } from '../text/columns.ts';
import { MOST_ROWS } from '../text/read-table.ts';
import type { Table } from '../text/table.ts';
import { parseUnit } from '../units.ts';

type Arrow = typeof import('apache-arrow');

/** A day at 100 Hz with seven columns of float64 is 480 MB. */
const MOST_BYTES = 512 * 2 ** 20;
/** Of one column of one batch, unpacked. */
const MOST_UNPACKED_BYTES = 256 * 2 ** 20;
const SAMPLE_ROWS = 400;
const AS_CSV = 'export it as CSV, or as Arrow with a column of numbers each';

/** True for the beginning of Arrow's file format, or of its stream: a continuation mark and the length of a schema. */
export function isArrow(head: Uint8Array): boolean {
  if (new TextDecoder('latin1').decode(head.subarray(0, 6)) === 'ARROW1') return true;
  if (head.length < 16) return false;
  const view = new DataView(head.buffer, head.byteOffset, 8);
  const length = view.getUint32(4, true);
  return view.getUint32(0, true) === 0xffff_ffff && length > 0 && length % 8 === 0 && length < 2 ** 24;
}

/**
 * Apache Arrow, as file or as stream: columns named as in a CSV, units from their names or from the key `unit` in their
 * metadata. Integers, floats, times stamps, dates and durations; bodies uncompressed or as Zstandard.
 * @throws RecordingRejected
 */
export async function decodeArrow(
  all: AsyncIterable<Uint8Array>,
  options: DecodeOptions,
): Promise<Recording> {
  const bytes = await readWhole(all, MOST_BYTES);
  // Loaded when a file asks for it: it takes longer than a short CSV does to be read.
  const arrow = await import('apache-arrow');
  const { schema, batches } = readBatches(arrow, bytes);
  const table = asTable(schema, batches);
  const layout = inSchema(() => chooseColumns(table, options));
  const channels = [...layout.acceleration, ...(layout.angularRate ?? [])];
  const columns = new GrowingColumns(channels.length);
  const readers = [layout.time, ...channels].map((column) => readerOf(arrow, schema, column));
  const row = new Float64Array(readers.length);
  let unreadableCount = 0;
  for (const batch of batches) {
    options.signal?.throwIfAborted();
    const vectors = [layout.time, ...channels].map((column) => batch.getChildAt(column));
    for (let i = 0; i < batch.numRows; i++) {
      for (const [slot, read] of readers.entries()) row[slot] = read(vectors[slot]!, i);
      if (row.subarray(0, 4).some(Number.isNaN)) unreadableCount++;
      else columns.append(row);
    }
    if (columns.rows + unreadableCount > MOST_ROWS) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_ROWS} samples, as many as a day at 100 Hz; split it into rides.`,
      );
    }
  }
  const rows = rowsOf(columns.join());
  const { offsetMinutes, unit } = timeOf(arrow, schema.fields[layout.time]!.type);
  const timeUnit = unit ? ({ unit, by: 'header' } as const) : layout.timeUnit;
  return assemble(
    { ...rows, unreadableCount, firstUnreadableLine: unreadableCount > 0 ? 1 : 0, offsetMinutes },
    { ...layout, timeUnit, format: 'arrow' },
    options,
  ).recording;
}

function readBatches(arrow: Arrow, bytes: Uint8Array): { schema: Schema; batches: RecordBatch[] } {
  arrow.compressionRegistry.set(arrow.CompressionType.ZSTD, {
    decode: (body) => zstdDecompressSync(body, { maxOutputLength: MOST_UNPACKED_BYTES }),
  });
  try {
    const reader = arrow.RecordBatchReader.from(bytes).open();
    const { schema } = reader;
    if (!schema) throw new Error('it has no schema');
    const batches = [...reader];
    // Lengths that are not true would only show when values are read.
    for (const batch of batches) checkLengths(batch);
    return { schema, batches };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (/codec not found/.test(why)) {
      throw new RecordingRejected(
        'unsupported-format',
        'This Arrow file is compressed with LZ4, which cannot be read; write it with compression "zstd", or uncompressed.',
      );
    }
    throw new RecordingRejected(
      'damaged-file',
      `The Arrow file is damaged or incomplete (${why.slice(0, 120)}); check that it was sent completely, or export it again.`,
    );
  }
}

function checkLengths(batch: RecordBatch): void {
  for (const child of batch.data.children) {
    const { values, length } = child;
    if (ArrayBuffer.isView(values) && (values as unknown as { length: number }).length < length)
      throw new Error('a column is shorter than the schema says');
  }
}

/** The schema and the first rows as a text would have them, so that columns are chosen by the same rules. */
function asTable({ fields }: Schema, batches: readonly RecordBatch[]): Table {
  const header = fields.map(({ name, metadata }) => {
    const unit = metadata.get('unit') ?? metadata.get('units');
    return unit && parseUnit(unit) && !readColumnName(name, 0).unit ? `${name} (${unit})` : name;
  });
  const sample: string[][] = [];
  for (const batch of batches) {
    const vectors = fields.map((_, column) => batch.getChildAt(column));
    for (let row = 0; row < batch.numRows && sample.length < SAMPLE_ROWS; row++)
      sample.push(vectors.map((vector) => cellOf(vector, row)));
  }
  return {
    separator: ',',
    lineEnd: 0x0a,
    header,
    headerLine: 1,
    width: header.length,
    mostCells: header.length,
    dataByte: 0,
    dataLine: 2,
    tornLine: 0,
    sample,
  };
}

function cellOf(vector: Vector | null, row: number): string {
  const value: unknown = vector?.get(row) ?? '';
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string'
    ? String(value)
    : '';
}

/** What is said of lines of a text, said of a schema. */
function inSchema<T>(choose: () => T): T {
  try {
    return choose();
  } catch (error) {
    if (!(error instanceof RecordingRejected)) throw error;
    throw new RecordingRejected(
      error.code,
      error.message.replace(/^Line 1 names/, 'The schema names').replace(/ in line 1\b/, ' in the schema'),
    );
  }
}

/** How a value of a column becomes a number; time stamps and dates are in s, null is NaN. */
function readerOf(arrow: Arrow, { fields }: Schema, column: number): (vector: Vector, row: number) => number {
  const { name, type } = fields[column]!;
  const { DataType } = arrow;
  if (DataType.isTimestamp(type) || DataType.isDate(type))
    return (vector, row) => toNumber(vector.get(row)) / 1000;
  if (DataType.isInt(type) || DataType.isFloat(type) || DataType.isDuration(type))
    return (vector, row) => toNumber(vector.get(row));
  throw new RecordingRejected(
    'unsupported-format',
    `The column "${name}" holds ${String(type).slice(0, 60)}, where numbers are needed; ${AS_CSV}.`,
  );
}

function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : Number.NaN;
}

/** What the type of the time column says: an instant with or without its offset from UTC, or a unit. */
function timeOf(
  arrow: Arrow,
  type: DataType,
): { offsetMinutes: number | null; unit: 's' | 'ms' | 'us' | 'ns' | null } {
  const { DataType } = arrow;
  if (DataType.isTimestamp(type)) return { offsetMinutes: type.timezone ? 0 : Number.NaN, unit: null };
  if (DataType.isDate(type)) return { offsetMinutes: Number.NaN, unit: null };
  if (DataType.isDuration(type))
    return { offsetMinutes: null, unit: (['s', 'ms', 'us', 'ns'] as const)[type.unit]! };
  return { offsetMinutes: null, unit: null };
}
