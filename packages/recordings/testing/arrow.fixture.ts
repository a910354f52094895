import { zstdCompressSync } from 'node:zlib';
import {
  CompressionType,
  compressionRegistry,
  type DataType,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Schema,
  Table,
  TimestampMicrosecond,
  vectorFromArray,
} from 'apache-arrow';
import type { Motion } from './ride.fixture.ts';

/** How a program writes a motion as Arrow. */
export interface ArrowOptions {
  readonly kind: 'file' | 'stream';
  readonly time: 'float64' | 'int64 ms' | 'timestamp' | 'timestamp with zone';
  readonly values: 'float32' | 'float64' | 'int32 mg';
  readonly unitsIn: 'names' | 'metadata';
  readonly compression?: 'zstd' | 'lz4';
  /** Rows without a value of acceleration. */
  readonly nulls?: readonly number[];
}

const START = Date.UTC(2026, 4, 1, 8, 30);

export function arrowOf(motion: Motion, options: ArrowOptions): Uint8Array {
  const { kind, time, values, unitsIn, compression, nulls = [] } = options;
  const types: Record<ArrowOptions['time'], DataType> = {
    float64: new Float64(),
    'int64 ms': new Int64(),
    timestamp: new TimestampMicrosecond(),
    'timestamp with zone': new TimestampMicrosecond('UTC'),
  };
  const stamps = motion.time.map((t) => {
    if (time === 'float64') return t;
    if (time === 'int64 ms') return BigInt(START + Math.round(t * 1000));
    return START + t * 1000;
  });
  const inMg = values === 'int32 mg';
  const type = inMg ? new Int32() : values === 'float32' ? new Float32() : new Float64();
  const column = (name: string, unit: string, of: DataType, list: readonly unknown[]) => {
    const named = unitsIn === 'names' && unit ? `${name} (${unit})` : name;
    const metadata = unitsIn === 'metadata' && unit ? new Map([['unit', unit]]) : new Map<string, string>();
    return { field: new Field(named, of, true, metadata), vector: vectorFromArray(list as number[], of) };
  };
  const axes = (prefix: string, unit: string, vectors: Motion['acceleration'], scale: number, of: DataType) =>
    ['x', 'y', 'z'].map((axis, i) =>
      column(
        `${prefix}${axis}`,
        unit,
        of,
        vectors.map((vector, row) =>
          nulls.includes(row) && prefix === 'a'
            ? null
            : inMg
              ? Math.round(vector[i]! * scale)
              : vector[i]! * scale,
        ),
      ),
    );
  const timeUnit = time === 'float64' ? 's' : time === 'int64 ms' ? 'ms' : '';
  const columns = [
    column(
      'rider',
      '',
      vectorFromArray(['a', 'b', 'a']).type,
      motion.time.map((_, i) => (i % 2 ? 'a' : 'b')),
    ),
    column('t', timeUnit, types[time], stamps),
    ...axes('a', inMg ? 'mg' : 'g', motion.acceleration, inMg ? 1000 : 1, type),
    ...axes('g', 'deg/s', motion.angularRate, 1, new Float64()),
  ];
  const schema = new Schema(columns.map(({ field }) => field));
  const table = new Table(
    schema,
    Object.fromEntries(columns.map(({ field, vector }) => [field.name, vector])),
  );
  const codec = CompressionType[compression === 'zstd' ? 'ZSTD' : 'LZ4_FRAME'];
  // The library checks the mark of an LZ4 frame, and no more.
  const lz4 = Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x40, 0, 0, 0);
  if (compression)
    compressionRegistry.set(codec, {
      encode: (body) => (compression === 'zstd' ? zstdCompressSync(body) : lz4),
    });
  const compressed = compression ? { compressionType: codec } : {};
  const Writer = kind === 'file' ? RecordBatchFileWriter : RecordBatchStreamWriter;
  return new Writer(compressed).writeAll(table.batches).finish().toUint8Array(true);
}
