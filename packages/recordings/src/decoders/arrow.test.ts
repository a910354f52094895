import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zstdCompressSync } from 'node:zlib';
import {
  CompressionType,
  compressionRegistry,
  RecordBatchStreamWriter,
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import fc from 'fast-check';
import { type ArrowOptions, arrowOf } from '../../testing/arrow.fixture.ts';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { makeMotion, streamOf } from '../../testing/ride.fixture.ts';
import { decodeRecording, RecordingRejected } from '../index.ts';

const motion = makeMotion({ seconds: 6 });
const plain: ArrowOptions = { kind: 'file', time: 'float64', values: 'float64', unitsIn: 'names' };
const decode = (options: Partial<ArrowOptions>) =>
  decodeMotion(streamOf(arrowOf(motion, { ...plain, ...options }), 5000));
const reject = (bytes: Uint8Array, code: string, message: RegExp) =>
  assert.rejects(decodeRecording(streamOf(bytes)), { code, message });

const options: fc.Arbitrary<ArrowOptions> = fc.record({
  kind: fc.constantFrom('file', 'stream'),
  time: fc.constantFrom('float64', 'int64 ms', 'timestamp', 'timestamp with zone'),
  values: fc.constantFrom('float32', 'float64', 'int32 mg'),
  unitsIn: fc.constantFrom('names', 'metadata'),
  compression: fc.constantFrom(undefined, 'zstd' as const),
} as const) as fc.Arbitrary<ArrowOptions>;

test('however a program writes a motion as Arrow, it is the same motion', async () => {
  await fc.assert(
    fc.asyncProperty(options, async (each) => {
      const recording = await decode(each);
      assert.equal(recording.format, 'arrow');
      const isKnown = each.time === 'int64 ms' || each.time === 'timestamp with zone';
      assert.equal(recording.startedAt, isKnown ? '2026-05-01T08:30:00.000Z' : null);
      assert.equal(recording.time.length, motion.time.length);
      for (const [i, vector] of motion.acceleration.entries()) {
        assert.ok(Math.abs(recording.time[i]! - motion.time[i]!) < 1e-6);
        assert.ok(
          Math.abs(recording.acceleration.y[i]! - vector[1]) < (each.values === 'int32 mg' ? 1e-3 : 1e-6),
        );
        assert.ok(Math.abs(recording.angularRate!.z[i]! - motion.angularRate[i]![2]) < 0.51);
      }
    }),
    { numRuns: 40 },
  );
});

test('a row without a value is left out and counted', async () => {
  const recording = await decode({ nulls: [10, 11, 300] });
  assert.equal(recording.time.length, motion.time.length - 3);
  assert.equal(recording.quality.nanCount, 3);
});

test('compression that cannot be read is named, with what would help', async () => {
  await reject(arrowOf(motion, { ...plain, compression: 'lz4' }), 'unsupported-format', /LZ4.*zstd/);
});

test('columns that hold no numbers, or cannot be told, are refused by their names', async () => {
  // The library's writer takes one array in two columns for one.
  const axis = () => Float64Array.from(motion.time, () => 1);
  const words = motion.time.map(() => 'x');
  const write = (columns: Record<string, unknown>) =>
    tableToIPC(tableFromArrays(columns as Record<string, Float64Array>));
  await reject(
    write({ t: axis(), ax: axis(), ay: axis(), az: words }),
    'unsupported-format',
    /"az" holds .*Utf8/,
  );
  const nested = vectorFromArray(motion.time.map((x) => ({ x })));
  await reject(
    write({ t: nested, ax: axis(), ay: axis(), az: axis() } as never),
    'unsupported-format',
    /"t" holds Struct/,
  );
  await reject(write({ t: axis(), speed: axis() }), 'missing-column', /^The schema names no three axes/);
});

test('an Arrow file that breaks off is damaged', async () => {
  const bytes = arrowOf(motion, plain);
  await reject(bytes.subarray(0, bytes.length / 2), 'damaged-file', /damaged or incomplete/);
  await reject(
    arrowOf(motion, { ...plain, kind: 'stream' }).subarray(0, 3000),
    'damaged-file',
    /damaged or incomplete/,
  );
});

test('columns that would fill the memory once unpacked are refused before they do', async () => {
  const zeros = new Float64Array(250_000);
  const columns = Object.fromEntries(['t', 'ax', 'ay', 'az'].map((name) => [name, zeros.slice()]));
  compressionRegistry.set(CompressionType.ZSTD, { encode: (body) => zstdCompressSync(body) });
  const bytes = new RecordBatchStreamWriter({ compressionType: CompressionType.ZSTD })
    .writeAll(tableFromArrays(columns).batches)
    .finish()
    .toUint8Array(true);
  await reject(bytes, 'unsafe-file', /more than 200 times larger once unpacked/);
});

test('a schema whose bytes are damaged is damage, not a fault of ours', async () => {
  const bytes = arrowOf(motion, { ...plain, kind: 'stream' });
  const schema = { from: 8, to: 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) };
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ at: fc.integer({ min: schema.from, max: schema.to - 1 }), byte: fc.nat({ max: 255 }) }),
        { minLength: 1, maxLength: 6 },
      ),
      async (faults) => {
        const faulty = bytes.slice();
        for (const { at, byte } of faults) faulty[at] = byte;
        try {
          await decodeRecording(streamOf(faulty));
        } catch (error) {
          if (!(error instanceof RecordingRejected)) throw error;
        }
      },
    ),
    { numRuns: 300, endOnFailure: true },
  );
});
