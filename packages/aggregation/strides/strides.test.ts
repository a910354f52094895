import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cadence } from '../metrics/cadence.ts';
import { elevation } from '../metrics/elevation.ts';
import { regularity } from '../metrics/regularity.ts';
import { strideCount } from '../metrics/strides.ts';
import { symmetry, symmetryPhases } from '../metrics/symmetry.ts';
import { exactMotion } from '../testing/motion.fixture.ts';
import { segmentStrides } from './strides.ts';

const seconds = 40;

/** A trot of two harmonics, straight ahead. A and B in m, p in rad. */
function trot(strideHz: number, a: number, b: number, p: number) {
  const w = 2 * Math.PI * strideHz;
  const motion = exactMotion(seconds, {
    position: (t) => -a * Math.cos(2 * w * t) + b * Math.cos(w * t + p),
  });
  const segments = [{ gait: 'trot' as const, from: 0, to: seconds }];
  const strides = segmentStrides(motion, { segments, strideHz: () => strideHz });
  return { motion, strides, reins: [{ rein: 'straight' as const, from: 0, to: seconds }] };
}

test('the strides of an exact trot have its cadence, height and number', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.95, max: 1.5, noNaN: true }),
      fc.double({ min: 0.03, max: 0.08, noNaN: true }),
      (f, a) => {
        const { motion, strides } = trot(f, a, 0, 0);
        assert.ok(Math.abs(cadence(strides).value! - 60 * f) < 0.1);
        assert.ok(Math.abs(elevation(motion, strides).value! / (200 * a) - 1) < 0.01);
        assert.ok(Math.abs(strideCount(strides).value! - seconds * f) <= 1);
        assert.ok(regularity(strides).value! > 9.8);
      },
    ),
    { numRuns: 25 },
  );
});

test('an exact trot has minDiff 2B cos p and maxDiff 2B sin p, and the sign of their product', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.95, max: 1.5, noNaN: true }),
      fc.double({ min: 0.001, max: 0.008, noNaN: true }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      (f, b, p) => {
        const { motion, strides, reins } = trot(f, 0.045, b, p);
        const { minDiff, maxDiff } = symmetry(motion, strides, reins);
        const low = 2000 * b * Math.cos(p);
        const high = 2000 * b * Math.sin(p);
        assert.ok(Math.abs(minDiff.value! - Math.abs(low)) < 0.6, `minDiff ${minDiff.value} for ${low}`);
        assert.ok(Math.abs(maxDiff.value! - Math.abs(high)) < 0.6, `maxDiff ${maxDiff.value} for ${high}`);
        const [phase] = symmetryPhases(strides, reins);
        if (Math.abs(low) > 2 && Math.abs(high) > 2) assert.equal(phase.relativeSign, Math.sign(low * high));
        if (Math.abs(low) < 0.2) assert.equal(phase.relativeSign, null);
      },
    ),
    { numRuns: 40 },
  );
});

test('strides on a curve, or fewer than eight of them, give no symmetry', () => {
  const { motion, strides } = trot(1.3, 0.045, 0.003, 1);
  const circle = [{ rein: 'left' as const, from: 0, to: seconds }];
  assert.match(symmetry(motion, strides, circle).minDiff.reason!, /no straight trot/);
  const glimpse = [{ rein: 'straight' as const, from: 10, to: 14 }];
  assert.deepEqual(symmetryPhases(strides, glimpse), []);
});

test('an uneven rhythm lowers regularity, a slower one does not', () => {
  const even = (f: number) => trot(f, 0.045, 0, 0).strides;
  assert.ok(Math.abs(regularity(even(1.0)).value! - regularity(even(1.4)).value!) < 0.1);
  const swaying = exactMotion(seconds, {
    position: (t) => 0.04 * Math.cos(2 * Math.PI * (2.6 * t + 0.3 * Math.sin((2 * Math.PI * t) / 5))),
  });
  const strides = segmentStrides(swaying, {
    segments: [{ gait: 'trot', from: 0, to: seconds }],
    strideHz: () => 1.3,
  });
  assert.ok(regularity(strides).value! < 7);
});
