import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phyphoxExport, sensorLoggerExport } from '../testing/app-export.fixture.ts';
import { arrowOf } from '../testing/arrow.fixture.ts';
import { damage, damages } from '../testing/damage.fixture.ts';
import { decodeMotion } from '../testing/decode-motion.fixture.ts';
import { fitOf } from '../testing/fit.fixture.ts';
import { MOVESENSE_WRAPPINGS, movesensePackets } from '../testing/movesense.fixture.ts';
import {
  makeMotion,
  phyphoxCsv,
  rawCounts,
  rideCsv,
  sensorLoggerCsv,
  streamOf,
} from '../testing/ride.fixture.ts';
import { makeTrack, writeGpx, writeTcx } from '../testing/track.fixture.ts';
import { zipOf } from '../testing/zip.fixture.ts';
import { decodeRecording, type Recording, RecordingRejected } from './index.ts';

const motion = makeMotion({ seconds: 8 });
const start = Date.UTC(2026, 4, 1, 8, 30) / 1000;
const track = makeTrack(40, start);
const options = { start, track };
const unpacked = (files: ReturnType<typeof sensorLoggerExport>) =>
  zipOf(files.map((file) => ({ ...file, stored: true })));
const encode = (text: string) => new TextEncoder().encode(text);
const files = {
  csv: encode(rideCsv({ seconds: 8 })),
  counts: encode(rawCounts(motion)),
  'sensor logger': encode(
    sensorLoggerCsv(
      motion.time,
      motion.acceleration.map((v) => v.map((g) => g * 9.80665)),
    ),
  ),
  phyphox: encode(phyphoxCsv(motion, { gyroscope: true, separator: '\t', decimalComma: true })),
  'sensor logger zip': zipOf(sensorLoggerExport(motion, options)),
  // Damage to a packed file rarely gets past the unpacking.
  'sensor logger zip, stored': unpacked(sensorLoggerExport(motion, options)),
  'phyphox zip, stored': unpacked(phyphoxExport(motion, options)),
  'movesense JSON': encode(MOVESENSE_WRAPPINGS['indented, from memory']!(movesensePackets(motion))),
  fit: fitOf(motion, { ...options, acceleration: 'counts' }),
  gpx: encode(writeGpx(track)),
  tcx: encode(writeTcx(track)),
  'arrow stream': arrowOf(motion, { kind: 'stream', time: 'float64', values: 'float32', unitsIn: 'names' }),
  'arrow file': arrowOf(motion, {
    kind: 'file',
    time: 'timestamp',
    values: 'float64',
    unitsIn: 'metadata',
    compression: 'zstd',
  }),
};

function assertWellFormed(recording: Recording): void {
  const { motion, heartRate, position, quality } = recording;
  assert.ok(motion ?? heartRate ?? position);
  assert.ok(recording.durationSeconds > 0);
  if (motion) assertMotion(motion);
  for (const { time, ...values } of [heartRate, position].filter((trace) => trace !== null)) {
    assert.ok(time.length > 0 && time.every(Number.isFinite));
    for (let i = 1; i < time.length; i++) assert.ok(time[i]! > time[i - 1]!);
    for (const list of Object.values(values)) assert.equal(list.length, time.length);
  }
  if (position)
    for (const place of [position.latitude, position.longitude]) assert.ok(place.every(Number.isFinite));
  for (const share of [quality.saturatedShare, quality.usableShare]) assert.ok(share >= 0 && share <= 1);
  for (const note of quality.notes) assert.match(note, /^\S[^\n]*\.$/);
  if (recording.startedAt !== null) assert.ok(!Number.isNaN(Date.parse(recording.startedAt)));
}

function assertMotion({
  time,
  acceleration,
  angularRate,
  sampleRateHz,
}: NonNullable<Recording['motion']>): void {
  assert.equal(time[0], 0);
  for (let i = 1; i < time.length; i++) assert.ok(time[i]! > time[i - 1]!, `time[${i}] does not increase`);
  for (const axes of [acceleration, ...(angularRate ? [angularRate] : [])]) {
    for (const values of [axes.x, axes.y, axes.z]) {
      assert.equal(values.length, time.length);
      assert.ok(values.every(Number.isFinite));
    }
  }
  assert.ok(sampleRateHz > 0 && Number.isFinite(sampleRateHz));
}

async function decodeOrReject(bytes: Uint8Array, chunkBytes: number): Promise<void> {
  try {
    assertWellFormed(await decodeRecording(streamOf(bytes, chunkBytes)));
  } catch (error) {
    if (!(error instanceof RecordingRejected)) throw error;
    assert.match(error.message, /^\S[^\n]*\.$/);
    assert.ok(error.message.length < 1200);
  }
}

const runs = Number(process.env.PIAFFE_DAMAGE ?? 120);

for (const [name, file] of Object.entries(files)) {
  test(`a damaged ${name} file gives a well-formed recording or a rejection`, async () => {
    await fc.assert(
      fc.asyncProperty(damages, fc.integer({ min: 100, max: 70_000 }), (list, chunkBytes) =>
        decodeOrReject(damage(file, list), chunkBytes),
      ),
      // Looking for a smaller example takes gigabytes.
      { numRuns: runs, endOnFailure: true },
    );
  });
}

test('any bytes whatever are a recording or a rejection', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 500 }), decodeOrReject),
    { numRuns: 300 },
  );
});

test('any text made of what tables are made of is a recording or a rejection', async () => {
  const token = fc.constantFrom(
    ...[
      '1',
      '-2.5',
      '9.8',
      '1e300',
      'NaN',
      't',
      'ax',
      'x',
      'time',
      ',',
      ';',
      '\t',
      ' ',
      '\n',
      '\r\n',
      '"',
      '#',
      '.',
      'z (g)',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 600, size: 'max' }), (tokens) =>
      decodeOrReject(encode(tokens.join('')), 64),
    ),
    { numRuns: 300 },
  );
});

test('lost bytes, a run of zeros or a torn end leave the rest of the ride', async () => {
  const whole = await decodeMotion(streamOf(files.csv));
  for (const fault of [
    { kind: 'lose', at: 0.5, length: 45 },
    { kind: 'zero', at: 0.3, length: 200 },
    { kind: 'cut', at: 0.99 },
  ] as const) {
    const recording = await decodeMotion(streamOf(damage(files.csv, [fault])));
    assert.ok(recording.time.length > whole.time.length * 0.98, fault.kind);
    assert.ok(recording.quality.notes.length > whole.quality.notes.length, fault.kind);
  }
});
