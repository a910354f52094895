import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFitMessages } from 'fit-file-parser/raw';
import { damage, damages } from '../../testing/damage.fixture.ts';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { fitOf } from '../../testing/fit.fixture.ts';
import { makeMotion, streamOf } from '../../testing/ride.fixture.ts';
import { makeTrack } from '../../testing/track.fixture.ts';
import { type FitMessage, readMessages } from '../fit/read-messages.ts';
import { decodeRecording } from '../index.ts';

const start = Date.UTC(2026, 4, 1, 8, 30) / 1000;
const motion = makeMotion({ seconds: 12 });
const track = makeTrack(20, start - 4);
const decode = (bytes: Uint8Array) => decodeMotion(streamOf(bytes, 4096));
function readAll(...file: Parameters<typeof readMessages>): string | null {
  const steps = readMessages(...file);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('however a device writes its samples, they become the same motion', async () => {
  for (const options of [
    { acceleration: 'calibrated' },
    { acceleration: 'thousandths' },
    { acceleration: 'counts' },
    { acceleration: 'counts', sinceSwitchedOn: true },
    { acceleration: 'calibrated', samplesPerMessage: 7 },
  ] as const) {
    const recording = await decode(fitOf(motion, { start, ...options }));
    assert.equal(recording.format, 'fit');
    assert.equal(recording.startedAt, '2026-05-01T08:30:00.000Z');
    for (const [axis, name] of (['x', 'y', 'z'] as const).entries()) {
      for (const [i, vector] of motion.acceleration.entries()) {
        assert.ok(Math.abs(recording.time[i]! - motion.time[i]!) < 1e-6);
        assert.ok(Math.abs(recording.acceleration[name][i]! - vector[axis]!) < 2e-3, `${name}[${i}]`);
        assert.ok(Math.abs(recording.angularRate![name][i]! - motion.angularRate[i]![axis]!) < 0.1);
      }
    }
  }
});

test('heart rate and position of the records come with the motion, on its time', async () => {
  const recording = await decode(fitOf(motion, { start, acceleration: 'calibrated', track }));
  assert.equal(recording.heartRate!.time[0], -4);
  assert.deepEqual(
    [...recording.heartRate!.bpm],
    track.map(({ bpm }) => bpm),
  );
  const { position } = recording;
  for (const [i, point] of track.entries()) {
    assert.ok(Math.abs(position!.latitude[i]! - point.latitude!) < 1e-7);
    assert.ok(Math.abs(position!.longitude[i]! - point.longitude!) < 1e-7);
    assert.ok(Math.abs(position!.altitude[i]! - point.altitude!) < 0.11);
    assert.equal(position!.speed[i], 3.5);
  }
});

test('a FIT file without motion is heart rate and position', async () => {
  const bytes = fitOf(motion, {
    start,
    acceleration: 'none',
    track: track.map(({ at, bpm }) => ({ at, bpm: bpm! })),
  });
  const recording = await decodeRecording(streamOf(bytes));
  assert.equal(recording.motion, null);
  assert.equal(recording.heartRate!.time.length, 21);
  assert.equal(recording.position, null);
});

test('several files in one are read one after the other', async () => {
  const first = fitOf(motion, { start, acceleration: 'calibrated' });
  const second = fitOf(motion, { start: start + 60, acceleration: 'counts' });
  const recording = await decode(new Uint8Array(Buffer.concat([first, second])));
  assert.equal(recording.time.length, 2 * motion.time.length);
  assert.equal(recording.quality.gaps.length, 1);
});

test('counts without a calibration are told by gravity, and their gyroscope is left out', async () => {
  const recording = await decode(fitOf(motion, { start, acceleration: 'counts', uncalibrated: true }));
  assert.ok(Math.abs(recording.acceleration.z[3]! - motion.acceleration[3]![2]) < 0.01);
  assert.equal(recording.angularRate, null);
  assert.match(recording.quality.notes.join(' '), /without a calibration, and was left out/);
});

test('a file that breaks off, or whose checksum is wrong, gives what can be read, with a note', async () => {
  const bytes = fitOf(motion, { start, acceleration: 'calibrated' });
  const torn = await decode(bytes.subarray(0, bytes.length * 0.6));
  assert.ok(torn.time.length > 600 && torn.time.length < 800);
  assert.match(torn.quality.notes[0]!, /damaged \(it breaks off\)/);
  const flipped = bytes.slice();
  flipped[bytes.length - 30]! ^= 1;
  assert.match((await decode(flipped)).quality.notes.join(' '), /checksum does not match/);
  await assert.rejects(decode(bytes.subarray(0, 40)), { code: 'damaged-file' });
});

test('messages are those that another reader finds, whatever their fields', async () => {
  const bytes = fitOf(motion, { start, acceleration: 'counts', track });
  const theirs = readFitMessages(bytes);
  const ours: { number: number; timestamp: number; fields: (number | undefined)[] }[] = [];
  const all = new Set(theirs.messages.map(({ globalMessageNumber }) => globalMessageNumber));
  const take = (message: FitMessage) =>
    ours.push({
      number: message.number,
      timestamp: message.timestamp,
      fields: theirs.messages[ours.length]!.fields.map(
        ({ fieldNumber }) => message.numbers(fieldNumber).length,
      ),
    });
  assert.equal(readAll(bytes, all, take), null);
  const sizes = new Map([
    [0x84, 2],
    [0x83, 2],
    [0x86, 4],
    [0x85, 4],
    [0x88, 4],
    [2, 1],
    [0, 1],
  ]);
  assert.deepEqual(
    ours,
    theirs.messages.map((message) => ({
      number: message.globalMessageNumber,
      timestamp: message.timestamp ?? Number.NaN,
      fields: message.fields.map(({ size, baseType }) => size / sizes.get(baseType)!),
    })),
  );
});

/** Bytes of a file without the encoder: header, given messages, checksum zero. */
function rawFit(...messages: readonly (readonly number[])[]): Uint8Array {
  const data = messages.flat();
  return Uint8Array.from([
    12,
    0x20,
    0,
    0,
    ...bigEndian(data.length).reverse(),
    0x2e,
    0x46,
    0x49,
    0x54,
    ...data,
    0,
    0,
  ]);
}
const bigEndian = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

test('compressed times go on from the last one, in either byte order', () => {
  const bytes = rawFit(
    [0x40, 0, 1, 0, 20, 2, 253, 4, 0x86, 3, 1, 2],
    [0x00, ...bigEndian(1_000_000_030), 90],
    [0x41, 0, 1, 0, 20, 1, 3, 1, 2],
    [0x80 | (1 << 5) | (1_000_000_031 & 31), 91],
    [0x80 | (1 << 5) | (1_000_000_040 & 31), 92],
  );
  const seen: number[][] = [];
  readAll(bytes, new Set([20]), ({ timestamp, numbers }) => seen.push([timestamp, ...numbers(3)]));
  assert.deepEqual(seen, [
    [1_000_000_030, 90],
    [1_000_000_031, 91],
    [1_000_000_040, 92],
  ]);
});

test('heart rate may come in a field of a developer that stands for it', async () => {
  const record = (at: number, bpm: number) => [0x00, ...bigEndian(1_000_000_000 + at), bpm];
  const bytes = rawFit(
    [0x41, 0, 1, 0, 206, 5, 0, 1, 2, 1, 1, 2, 2, 1, 2, 14, 2, 0x84, 15, 1, 2],
    [0x01, 0, 7, 2, 0, 20, 3],
    [0x60, 0, 1, 0, 20, 1, 253, 4, 0x86, 1, 7, 1, 0],
    ...[90, 91, 255, 93].map((bpm, i) => record(i, bpm)),
  );
  const { heartRate } = await decodeRecording(streamOf(bytes));
  assert.deepEqual([...heartRate!.bpm], [90, 91, 93]);
  assert.deepEqual([...heartRate!.time], [0, 1, 3]);
});

test('whatever is damaged, reading ends', () => {
  const bytes = fitOf(motion, { start, acceleration: 'counts', track });
  fc.assert(
    fc.property(damages, (list) => {
      readAll(damage(bytes, list), new Set([20, 165, 164, 167]), ({ numbers }) => numbers(5));
    }),
    { numRuns: 200 },
  );
});

test('messages and fields without a length are damage, however many there are', async () => {
  const zeros = (count: number) => new Array<number>(count).fill(0);
  const empty = [0x40, 0, 1, 0, 20, 0];
  const emptyFields = [0x40, 0, 1, 0, 20, 255, ...Array.from({ length: 255 }, () => [250, 0, 2]).flat()];
  const record = (at: number) => [0x01, ...bigEndian(1_000_000_000 + at), 90];
  const good = [0x41, 0, 1, 0, 20, 2, 253, 4, 0x86, 3, 1, 2];
  for (const bad of [empty, emptyFields]) {
    await assert.rejects(decodeRecording(streamOf(rawFit(bad, zeros(1_000_000)))), {
      code: 'damaged-file',
      message: /without a length/,
    });
    const { heartRate, quality } = await decodeRecording(
      streamOf(rawFit(good, record(0), record(1), bad, zeros(1000))),
    );
    assert.equal(heartRate!.time.length, 2);
    assert.match(quality.notes.join(' '), /without a length/);
  }
});

test('more heart rates than any ride has are refused while they are read', async () => {
  const definition = rawFit([0x40, 0, 1, 0, 20, 1, 3, 1, 2]).subarray(0, -2);
  const bytes = new Uint8Array(definition.length + 2_000_002);
  bytes.set(definition);
  for (let at = definition.length + 1; at < bytes.length; at += 2) bytes[at] = 90;
  // As a device leaves it that lost power: no length, so all that follows.
  bytes.fill(0, 4, 8);
  await assert.rejects(decodeRecording(streamOf(bytes)), { code: 'too-long' });
});
