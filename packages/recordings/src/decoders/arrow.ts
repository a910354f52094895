import { zstdDecompressSync } from 'node:zlib';
import type { DataType, RecordBatch, Schema, Vector } from 'apache-arrow';
import { checkFile, checkMessages, isMark } from '../arrow/check-messages.ts';
import { assemble } from '../assemble.ts';
import { chooseColumns } from '../choose-columns.ts';
import { readColumnName } from '../column-name.ts';
import type { Layout } from '../layout.ts';
import type { DecodeOptions } from '../options.ts';
import { readWhole } from '../read-whole.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { rowsOf } from '../rows.ts';
import { GrowingColumns } from '../text/columns.ts';
import { MOST_ROWS, type RawRows } from '../text/read-table.ts';
import type { Table } from '../text/table.ts';
import { inTurns } from '../turns.ts';
import { parseUnit } from '../units.ts';

type Arrow = typeof import('apache-arrow');

/** A day at 100 Hz with seven columns of float64 is 480 MB. */
const MOST_BYTES = 512 * 2 ** 20;
/** Of all columns of all batches, unpacked. */
const MOST_UNPACKED_BYTES = 512 * 2 ** 20;
/** Unpacked to packed, of the whole file once it is larger than this: as for archives, though a column may stand still. */
const MOST_RATIO = 200;
const RATIO_FROM_BYTES = 4 * 2 ** 20;
const MOST_COLUMNS = 1000;
/** Read in one step. */
const STEP_ROWS = 2048;
const SAMPLE_ROWS = 400;
/** "ARROW1" and two bytes that make it eight. */
const MARK_BYTES = 8;
const AS_CSV = 'export it as CSV, or as Arrow with a column of numbers each';

/** True for the beginning of Arrow's file format, or of its stream: a continuation mark and the length of a schema. */
export function isArrow(head: Uint8Array): boolean {
  if (isMark(head)) return true;
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
  const read = await inTurns(readArrow(arrow, bytes, options), options.signal);
  return assemble(read.rows, read.layout, options).recording;
}

interface ArrowContents {
  readonly rows: RawRows;
  readonly layout: Layout;
}

/** What the library throws at a file is a fault of the file. */
function* readArrow(arrow: Arrow, bytes: Uint8Array, options: DecodeOptions): Generator<void, ArrowContents> {
  try {
    return yield* readColumns(arrow, bytes, options);
  } catch (error) {
    if (error instanceof RecordingRejected) throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (/codec not found/.test(why)) {
      throw new RecordingRejected(
        'unsupported-format',
        'This Arrow file is compressed with LZ4, which cannot be read; write it with compression "zstd", or uncompressed.',
      );
    }
    throw damaged(why);
  }
}

function* readColumns(
  arrow: Arrow,
  bytes: Uint8Array,
  options: DecodeOptions,
): Generator<void, ArrowContents> {
  const { schema, batches } = readBatches(arrow, bytes);
  const first: RecordBatch[] = [];
  for (let rows = 0; rows < SAMPLE_ROWS; yield) {
    const { done, value } = batches.next();
    if (done) break;
    first.push(value);
    rows += value.numRows;
  }
  const table = asTable(schema, first);
  const layout = inSchema(() => chooseColumns(table, options));
  const channels = [...layout.acceleration, ...(layout.angularRate ?? [])];
  const columns = new GrowingColumns(channels.length);
  const readers = [layout.time, ...channels].map((column) => readerOf(arrow, schema, column));
  const row = new Float64Array(readers.length);
  let unreadableCount = 0;
  for (const batch of joined(first, batches)) {
    if (columns.rows + unreadableCount + batch.numRows > MOST_ROWS) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_ROWS} samples, as many as a day at 100 Hz; split it into rides.`,
      );
    }
    const vectors = [layout.time, ...channels].map((column) => batch.getChildAt(column));
    for (let i = 0; i < batch.numRows; i++) {
      if (i % STEP_ROWS === 0) yield;
      for (const [slot, read] of readers.entries()) row[slot] = read(vectors[slot]!, i);
      if (row.subarray(0, 4).some(Number.isNaN)) unreadableCount++;
      else columns.append(row);
    }
    yield;
  }
  const { offsetMinutes, unit } = timeOf(arrow, schema.fields[layout.time]!.type);
  const timeUnit = unit ? ({ unit, by: 'header' } as const) : layout.timeUnit;
  return {
    rows: {
      ...rowsOf(columns.join()),
      unreadableCount,
      firstUnreadableLine: unreadableCount > 0 ? 1 : 0,
      offsetMinutes,
    },
    layout: { ...layout, timeUnit, format: 'arrow' },
  };
}

function* joined<T>(first: readonly T[], rest: Iterable<T>): Generator<T> {
  yield* first;
  yield* rest;
}

/** The batches, each unpacked when it is asked for. */
function readBatches(arrow: Arrow, bytes: Uint8Array): { schema: Schema; batches: Generator<RecordBatch> } {
  const isFile = isMark(bytes);
  if (!isFile || !checkFile(bytes)) checkMessages(isFile ? bytes.subarray(MARK_BYTES) : bytes);
  const unpack = unpackerFor(bytes.length);
  // The library has one for all files, and others may be read in between.
  const useUnpacker = () => arrow.compressionRegistry.set(arrow.CompressionType.ZSTD, { decode: unpack });
  useUnpacker();
  const reader = arrow.RecordBatchReader.from(bytes).open();
  const { schema } = reader;
  if (!schema) throw damaged('it has no schema');
  for (const { name, type } of schema.fields)
    if (typeof name !== 'string' || !type) throw damaged('a column has no name or no type');
  if (schema.fields.length > MOST_COLUMNS) {
    throw new RecordingRejected(
      'too-large',
      `The file has more than ${MOST_COLUMNS} columns; export the sensor's alone.`,
    );
  }
  return { schema, batches: next() };
  function* next(): Generator<RecordBatch> {
    for (;;) {
      useUnpacker();
      const { done, value } = reader.next();
      if (done) return;
      checkLengths(value);
      yield value;
    }
  }
}

/** Unpacks the buffers of one file until their sum is more than a recording of that many bytes can be. */
function unpackerFor(fileBytes: number): (body: Uint8Array) => Uint8Array {
  const most = Math.min(MOST_UNPACKED_BYTES, Math.max(RATIO_FROM_BYTES, MOST_RATIO * fileBytes));
  let left = most;
  return (body) => {
    try {
      const unpacked = zstdDecompressSync(body, { maxOutputLength: Math.max(1, left) });
      left -= unpacked.length;
      return unpacked;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
      if (most === MOST_UNPACKED_BYTES) {
        throw new RecordingRejected(
          'too-large',
          `The Arrow file is larger than ${Math.round(most / 1e6)} MB once unpacked, which is more than a recording needs; split it into rides.`,
        );
      }
      throw new RecordingRejected(
        'unsafe-file',
        `The Arrow file is more than ${MOST_RATIO} times larger once unpacked, as no recording is; export the recording again.`,
      );
    }
  };
}

function damaged(why: string): RecordingRejected {
  return new RecordingRejected(
    'damaged-file',
    `The Arrow file is damaged or incomplete (${why.slice(0, 120)}); check that it was sent completely, or export it again.`,
  );
}

function checkLengths(batch: RecordBatch): void {
  for (const child of batch.data.children) {
    const { values, length } = child;
    if (ArrayBuffer.isView(values) && (values as unknown as { length: number }).length < length)
      throw damaged('a column is shorter than the schema says');
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
