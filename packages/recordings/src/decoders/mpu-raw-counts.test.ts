import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { makeMotion, rawCounts, streamOf } from '../../testing/ride.fixture.ts';

const motion = makeMotion({ seconds: 12 });

for (const rangeG of [2, 4, 8, 16]) {
  test(`counts at +-${rangeG} g are told by gravity, whatever stands between them`, async () => {
    for (const separator of [' ', ',', '\t', ';', '  ']) {
      const recording = await decodeMotion(streamOf(rawCounts(motion, separator, rangeG)));
      assert.equal(recording.format, 'mpu-raw-counts');
      assert.equal(recording.gravityIncluded, true);
      assert.equal(recording.time.length, 1200);
      for (const i of [0, 333, 1199]) {
        const [x, y, z] = motion.acceleration[i]!;
        assert.ok(Math.abs(recording.acceleration.x[i]! - x) < rangeG / 32_768);
        assert.ok(Math.abs(recording.acceleration.y[i]! - y) < rangeG / 32_768);
        assert.ok(Math.abs(recording.acceleration.z[i]! - z) < rangeG / 32_768);
        assert.ok(Math.abs(recording.angularRate!.y[i]! - motion.angularRate[i]![1]) < 0.01);
      }
      assert.match(recording.quality.notes.join(' '), new RegExp(`range was taken as \\+-${rangeG} g`));
    }
  });
}

test('the epoch in front tells when the recording began', async () => {
  const { startedAt } = await decodeMotion(streamOf(rawCounts(motion)));
  assert.equal(startedAt, '2024-05-01T08:30:00.000Z');
});

test('clipped counts are reported as saturation at 2 g', async () => {
  const hard = makeMotion({ seconds: 30, amplitude: 1.6 });
  const { clippedAt, quality } = await decodeMotion(streamOf(rawCounts(hard)));
  assert.ok(Math.abs(clippedAt! - 2) < 0.001);
  const expected =
    hard.acceleration.filter((v) => v.some((g) => g >= 2 || g <= -2)).length / hard.time.length;
  assert.ok(expected > 0.1 && Math.abs(quality.saturatedShare - expected) < 0.01);
});

test('seven whole numbers with gravity in mg are a table like any other', async () => {
  const rows = motion.time.map((t, i) =>
    [t * 1000, ...motion.acceleration[i]!.map((g) => g * 1000), ...motion.angularRate[i]!]
      .map(Math.round)
      .join(','),
  );
  const recording = await decodeMotion(streamOf(rows.join('\n')));
  assert.equal(recording.format, 'csv');
  assert.ok(Math.abs(recording.acceleration.z[0]! - motion.acceleration[0]![2]) < 0.001);
});
