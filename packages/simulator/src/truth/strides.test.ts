import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { steadyMotion } from '../../testing/steady-motion.fixture.ts';
import { wayOf } from '../position.ts';
import { measureStrides } from './strides.ts';
import { truthOf } from './truth.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

function trot(half: number, uneven: number, phase: number, strideHz: number) {
  // z = -A cos 2wt + B cos(wt + p)
  const pose = {
    heave: [
      { order: 2, amplitude: half, phase: 0.5 },
      { order: 1, amplitude: uneven, phase: -phase / (2 * Math.PI) },
    ],
  };
  return steadyMotion({ gait: 'trot', seconds: 20, strideHz, pose });
}

const truthOfMotion = (motion: Parameters<typeof truthOf>[0]) =>
  truthOf(
    motion,
    Float64Array.of(40),
    wayOf(motion.course, { latitude: 47, longitude: 8, altitude: 500, bearing: 0 }),
  );

test('the minima of a trot of two harmonics differ by 2B cos p, the maxima by 2B sin p', () => {
  fc.assert(
    fc.property(
      between(0.035, 0.08),
      between(0, 0.006),
      between(-Math.PI, Math.PI),
      between(0.92, 1.5),
      (a, b, p, hz) => {
        const motion = trot(a, b, p, hz);
        const strides = measureStrides(motion, [{ gait: 'trot', from: 0, to: 20 }]);
        for (const { minDiff, maxDiff } of strides.slice(2, 5)) {
          assert.ok(Math.abs(minDiff - 2 * b * Math.cos(p)) < 3e-5, `${minDiff} ${2 * b * Math.cos(p)}`);
          assert.ok(Math.abs(maxDiff - 2 * b * Math.sin(p)) < 3e-5, `${maxDiff} ${2 * b * Math.sin(p)}`);
        }
      },
    ),
  );
});

test('magnitudes and their relative sign stand in the truth, in mm', () => {
  const { metrics, symmetryPhases } = truthOfMotion(trot(0.05, 0.004, -Math.PI / 6, 1.25));
  assert.equal(metrics.symmetry.minDiff.value, 6.93);
  assert.equal(metrics.symmetry.maxDiff.value, 4);
  assert.equal(symmetryPhases.length, 1);
  assert.equal(symmetryPhases[0].relativeSign, -1);
});

test('a trot with equal half-strides has no relative sign', () => {
  const { metrics, symmetryPhases } = truthOfMotion(trot(0.05, 0, 0, 1.25));
  assert.equal(metrics.symmetry.minDiff.value, 0);
  assert.equal(metrics.symmetry.range.value, 100);
  assert.equal(symmetryPhases[0].relativeSign, null);
});

test('the range of a stride is exact between the points it is sampled at', () => {
  fc.assert(
    fc.property(between(0.05, 0.15), between(0, 1), (half, phase) => {
      const pose = { heave: [{ order: 1, amplitude: half, phase }] };
      const motion = steadyMotion({ gait: 'canter', seconds: 5, strideHz: 1.7, pose });
      for (const { range } of measureStrides(motion, [{ gait: 'canter', from: 0, to: 5 }]))
        assert.ok(Math.abs(range - 2 * half) < 1e-7);
    }),
  );
});

test('elevation and cadence are those of the movement', () => {
  fc.assert(
    fc.property(between(0.05, 0.15), between(1.4, 2), (half, hz) => {
      const pose = { heave: [{ order: 1, amplitude: half, phase: 0.3 }] };
      const { canter } = truthOfMotion(steadyMotion({ gait: 'canter', seconds: 30, strideHz: hz, pose }))
        .metrics.gaits;
      assert.ok(Math.abs(canter.elevation.value! - 200 * half) < 0.01);
      assert.ok(Math.abs(canter.cadence.value! - 60 * hz) < 0.01);
      assert.ok(Math.abs(canter.strides.value! - 30 * hz) <= 0.5);
    }),
  );
});

test("a sensor before the middle of the trunk rises with the pitch, and the truth is the sensor's", () => {
  const pose = { pitch: [{ order: 1, amplitude: 0.1, phase: 0 }] };
  const { canter } = truthOfMotion(
    steadyMotion({ gait: 'canter', seconds: 20, strideHz: 1.6, pose, lever: [0.2, 0, 0] }),
  ).metrics.gaits;
  assert.ok(Math.abs(canter.elevation.value! - 40 * Math.sin(0.1)) < 0.01);
});

test('trot on a circle says nothing about symmetry', () => {
  const pose = { heave: [{ order: 2, amplitude: 0.05, phase: 0.5 }] };
  const { metrics } = truthOfMotion(
    steadyMotion({ gait: 'trot', seconds: 30, strideHz: 1.3, pose, headingRate: 0.4 }),
  );
  assert.equal(metrics.symmetry.minDiff.value, null);
  assert.match(metrics.symmetry.minDiff.reason!, /straight trot/);
});
