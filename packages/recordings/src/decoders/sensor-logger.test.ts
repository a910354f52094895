import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { makeMotion, sensorLoggerCsv, streamOf } from '../../testing/ride.fixture.ts';

const motion = makeMotion({ seconds: 12 });
const metric = motion.acceleration.map((vector) => vector.map((g) => g * 9.80665));

test('TotalAcceleration.csv is acceleration with gravity, its columns in the order z, y, x', async () => {
  const recording = await decodeMotion(streamOf(sensorLoggerCsv(motion.time, metric)));
  assert.equal(recording.format, 'sensor-logger-csv');
  assert.equal(recording.gravityIncluded, true);
  assert.equal(recording.startedAt, '2024-05-01T08:30:00.000Z');
  assert.ok(Math.abs(recording.sampleRateHz - 100) < 1e-3);
  for (const i of [0, 500]) {
    assert.ok(Math.abs(recording.acceleration.x[i]! - motion.acceleration[i]![0]) < 1e-6);
    assert.ok(Math.abs(recording.acceleration.z[i]! - motion.acceleration[i]![2]) < 1e-6);
  }
});

test('Accelerometer.csv is acceleration without gravity, and its sign is doubted', async () => {
  const linear = makeMotion({ seconds: 12, gravity: 0 }).acceleration.map((vector) =>
    vector.map((g) => g * 9.80665),
  );
  const recording = await decodeMotion(streamOf(sensorLoggerCsv(motion.time, linear)));
  assert.equal(recording.gravityIncluded, false);
  const doubt = /If it was an iPhone, give --invert/;
  assert.match(recording.quality.notes.join(' '), doubt);
  const inverted = await decodeMotion(streamOf(sensorLoggerCsv(motion.time, linear)), { invert: true });
  assert.doesNotMatch(inverted.quality.notes.join(' '), doubt);
  assert.equal(inverted.acceleration.z[5], -recording.acceleration.z[5]!);
});

test('acceleration in g comes from an iPhone and is turned round, once', async () => {
  const apple = sensorLoggerCsv(
    motion.time,
    motion.acceleration.map((vector) => vector.map((g) => -g)),
  );
  for (const invert of [undefined, false, true]) {
    const recording = await decodeMotion(streamOf(apple), { invert });
    assert.equal(recording.gravityIncluded, true);
    assert.ok(Math.abs(recording.acceleration.z[100]! - motion.acceleration[100]![2]) < 1e-6);
    assert.match(recording.quality.notes.join(' '), /iPhone.*turned round/);
  }
});

test('a unit that the caller states settles what the columns are', async () => {
  const gentle = makeMotion({ seconds: 12, gravity: 0, amplitude: 0.05 }).acceleration;
  const file = sensorLoggerCsv(
    motion.time,
    gentle.map((vector) => vector.map((g) => g * 9.80665)),
  );
  await assert.rejects(decodeMotion(streamOf(file)), { code: 'missing-column' });
  const recording = await decodeMotion(streamOf(file), { units: { acc: 'm/s2' } });
  assert.ok(Math.abs(recording.acceleration.z[10]! - gentle[10]![2]) < 1e-6);
});

test('without the column of instants, the seconds elapsed are the time', async () => {
  const rows = sensorLoggerCsv(motion.time, metric)
    .split('\n')
    .map((line) => line.slice(line.indexOf(',') + 1));
  const recording = await decodeMotion(streamOf(rows.join('\n')));
  assert.equal(recording.format, 'sensor-logger-csv');
  assert.equal(recording.startedAt, null);
  assert.ok(Math.abs(recording.time[500]! - 5) < 1e-9);
});
