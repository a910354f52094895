import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DecodedMotion, decodeMotion } from '../testing/decode-motion.fixture.ts';
import { type Dialect, dialects, writeMotion } from '../testing/dialect.fixture.ts';
import { makeMotion, rideCsv, streamOf } from '../testing/ride.fixture.ts';
import type { DecodeOptions } from './index.ts';

const decode = (content: string | Uint8Array, options: DecodeOptions = {}) =>
  decodeMotion(streamOf(content), options);

function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  assert.equal(actual.length, expected.length, `${what}: length`);
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!);
    assert.ok(error <= tolerance, `${what}[${i}] is ${actual[i]}, not ${expected[i]}`);
  }
}

test('a motion written in any dialect is decoded to the same motion', async () => {
  const motion = makeMotion({ seconds: 6 });
  await fc.assert(
    fc.asyncProperty(dialects, fc.integer({ min: 1, max: 5000 }), async (dialect: Dialect, chunkBytes) => {
      const recording = await decodeMotion(streamOf(writeMotion(motion, dialect), chunkBytes));
      assertClose(recording.time, motion.time, 1e-6, 'time');
      for (const [axis, name] of (['x', 'y', 'z'] as const).entries()) {
        const expected = motion.acceleration.map((vector) => vector[axis]!);
        assertClose(recording.acceleration[name], expected, 1e-5, `acceleration ${name}`);
        if (dialect.angularRate) {
          const rates = motion.angularRate.map((vector) => vector[axis]!);
          assertClose(recording.angularRate![name], rates, 1e-4, `angular rate ${name}`);
        }
      }
      assert.equal(recording.angularRate === null, dialect.angularRate === null);
      assert.equal(recording.gravityIncluded, true);
      assert.equal(recording.startedAt, dialect.time === 'iso' ? '2024-05-01T08:30:00.000Z' : null);
      assert.equal(recording.quality.usableShare, 1);
      assert.equal(recording.quality.nanCount, 0);
    }),
    { numRuns: 150 },
  );
});

/** The recording as plain data, for comparing whole ones. */
const plain = (recording: DecodedMotion) => JSON.stringify(recording);

test('however the bytes are cut into chunks, the recording is the same', async () => {
  const csv = rideCsv({ seconds: 4 });
  const whole = plain(await decode(csv));
  for (const chunkBytes of [1, 7, 63, 4096, 1_000_000]) {
    assert.equal(plain(await decodeMotion(streamOf(csv, chunkBytes))), whole, `chunks of ${chunkBytes}`);
  }
});

test('a source that reuses the memory of its chunks is read correctly', async () => {
  const csv = new TextEncoder().encode(rideCsv({ seconds: 30 }));
  async function* reusing(): AsyncGenerator<Uint8Array> {
    const memory = new Uint8Array(1000);
    for (let at = 0; at < csv.length; at += memory.length) {
      const part = csv.subarray(at, at + memory.length);
      memory.set(part);
      yield memory.subarray(0, part.length);
    }
  }
  assert.equal(plain(await decodeMotion(reusing(), {})), plain(await decode(csv)));
});

test('progress counts every byte of the file', async () => {
  const csv = rideCsv({ seconds: 30 });
  const seen: number[] = [];
  await decodeMotion(streamOf(csv, 50_000), { onProgress: (bytes) => seen.push(bytes) });
  assert.equal(seen.at(-1), csv.length);
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => a - b),
  );
});

test('an aborted decode throws the reason and closes its source', async () => {
  const controller = new AbortController();
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      yield* streamOf(rideCsv({ seconds: 30 }));
      for (;;) yield new TextEncoder().encode('1,2,3\n');
    } finally {
      closed = true;
    }
  }
  const decoding = decodeMotion(endless(), {
    signal: controller.signal,
    onProgress: (bytes) => bytes > 400_000 && controller.abort(new Error('enough')),
  });
  await assert.rejects(decoding, /enough/);
  assert.ok(closed);
});

test("a source's own error is passed on as it is", async () => {
  async function* torn(): AsyncGenerator<Uint8Array> {
    yield* streamOf(rideCsv({ seconds: 30 }));
    throw new Error('the disk is gone');
  }
  await assert.rejects(decodeMotion(torn()), /the disk is gone/);
});

test('a rejected file closes its source, also when it is UTF-16', async () => {
  let closed = 0;
  async function* endless(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield bytes;
    } finally {
      closed++;
    }
  }
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(70_000)]);
  await assert.rejects(decodeMotion(endless(picture)), { code: 'unsupported-format' });
  assert.equal(closed, 1);
  const letter = new Uint8Array(Buffer.from('Dear Sir,\n', 'utf16le'));
  await assert.rejects(decodeMotion(endless(letter)), { code: 'not-a-recording' });
  assert.equal(closed, 2);
});

test('--invert negates the acceleration and leaves the angular rate', async () => {
  const csv = rideCsv({ seconds: 4 });
  const [upright, inverted] = [await decode(csv), await decode(csv, { invert: true })];
  assert.deepEqual(
    inverted.acceleration.z,
    upright.acceleration.z.map((value) => -value),
  );
  assert.deepEqual(inverted.angularRate, upright.angularRate);
});

test('a given start goes before what the file says', async () => {
  const csv = rideCsv({ seconds: 4 });
  const startedAt = '2024-05-01T10:30:00+02:00';
  assert.equal((await decode(csv)).startedAt, null);
  assert.equal((await decode(csv, { startedAt })).startedAt, startedAt);
});

test('named columns and units go before what header and values say', async () => {
  const csv = rideCsv({ seconds: 4 }).replace('t_s,ax_ms2,ay_ms2,az_ms2', 'when,left,front,top');
  const columns = { t: 'when', ax: 'front', ay: 'left', az: 'TOP' };
  const recording = await decode(csv, { columns, units: { acc: 'm/s2', time: 's', gyro: 'rad/s' } });
  const plainOne = await decode(rideCsv({ seconds: 4 }));
  assert.deepEqual(recording.acceleration.x, plainOne.acceleration.y);
  assert.deepEqual(recording.acceleration.z, plainOne.acceleration.z);
  assert.ok(Math.abs(recording.angularRate!.x[10]! / plainOne.angularRate!.x[10]! - 180 / Math.PI) < 1e-3);
});

test('rows without a header are time, acceleration and angular rate', async () => {
  const csv = rideCsv({ seconds: 4 });
  const bare = csv.slice(csv.indexOf('\n') + 1);
  const [named, unnamed] = [await decode(csv), await decode(bare)];
  assert.deepEqual(unnamed.acceleration, named.acceleration);
  assert.deepEqual(unnamed.angularRate, named.angularRate);
  const numbered = await decode(bare, { columns: { t: '1', ax: '3', ay: '2', az: '4' } });
  assert.deepEqual(numbered.acceleration.x, named.acceleration.y);
});
