import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { makeMotion, phyphoxCsv, streamOf } from '../../testing/ride.fixture.ts';

const motion = makeMotion({ seconds: 12 });
const variants = [
  { separator: ',', decimalComma: false },
  { separator: ';', decimalComma: false },
  { separator: ';', decimalComma: true },
  { separator: '\t', decimalComma: false },
  { separator: '\t', decimalComma: true },
];

test('every separator and decimal mark that phyphox offers gives the same motion', async () => {
  for (const variant of variants) {
    const recording = await decodeMotion(streamOf(phyphoxCsv(motion, { ...variant, gyroscope: true })));
    assert.equal(recording.format, 'phyphox-csv');
    assert.equal(recording.gravityIncluded, true);
    assert.equal(recording.time.length, 1200);
    assert.ok(Math.abs(recording.time[700]! - 7) < 1e-8);
    assert.ok(Math.abs(recording.acceleration.x[700]! - motion.acceleration[700]![0]) < 1e-6);
    assert.ok(Math.abs(recording.angularRate!.z[700]! - motion.angularRate[700]![2]) < 1e-4);
  }
});

test('linear acceleration has no gravity', async () => {
  const linear = makeMotion({ seconds: 12, gravity: 0 });
  const recording = await decodeMotion(streamOf(phyphoxCsv(linear, { linear: true })));
  assert.equal(recording.gravityIncluded, false);
  assert.equal(recording.angularRate, null);
  assert.ok(Math.abs(recording.acceleration.z[700]! - linear.acceleration[700]![2]) < 1e-6);
});

test('the sign of an unknown phone is doubted, and not when the caller knows it', async () => {
  const doubt = /if it was an iPhone, give --invert/;
  const file = phyphoxCsv(motion);
  assert.match((await decodeMotion(streamOf(file))).quality.notes.join(' '), doubt);
  assert.doesNotMatch((await decodeMotion(streamOf(file), { invert: true })).quality.notes.join(' '), doubt);
});

test('a German phone names the columns in German', async () => {
  const german = phyphoxCsv(motion, { separator: ';', decimalComma: true, gyroscope: true })
    .replace('Time (s)', 'Zeit (s)')
    .replaceAll('Acceleration', 'Beschleunigung')
    .replaceAll('Gyroscope', 'Gyroskop');
  const recording = await decodeMotion(streamOf(german));
  assert.equal(recording.format, 'phyphox-csv');
  assert.ok(Math.abs(recording.angularRate!.z[700]! - motion.angularRate[700]![2]) < 1e-4);
});
