import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReinSegment } from '../schemas/session-result.ts';
import type { SegmentStrides } from '../strides/strides.ts';
import { exactMotion } from '../testing/motion.fixture.ts';
import { cadence } from './cadence.ts';
import { elevation } from './elevation.ts';
import { regularity } from './regularity.ts';
import { symmetry, symmetryPhases } from './symmetry.ts';

/** A segment of trot whose strides last and rise as told, in s and m, one after the other from 0 on. */
function segment(
  durations: readonly number[],
  heights: readonly number[] = [],
  low = 0,
  high = 0,
): SegmentStrides {
  let at = 0;
  const strides = durations.map((duration, i) => {
    const from = at;
    at += duration;
    return { from, to: at, height: heights[i] ?? 0.1, lowDifference: low, highDifference: high };
  });
  return { gait: 'trot', from: 0, to: at, strides };
}

const steady = (count: number) => Array.from({ length: count }, () => 1);
const motion = exactMotion(60, {});
const straight: ReinSegment[] = [{ rein: 'straight', from: 0, to: 60 }];

test('cadence leaves out strides more than a quarter off the median', () => {
  assert.equal(cadence([segment([...steady(20), 1.26, 1.4])]).value, 60);
  assert.ok(cadence([segment([...steady(20), 1.24])]).value! < 60);
});

test('elevation leaves out strides within 1 s of a change of gait', () => {
  const heights = [0.3, 0.3, ...Array.from({ length: 16 }, () => 0.1), 0.3, 0.3];
  assert.equal(
    elevation(motion, [
      segment(
        Array.from({ length: 20 }, () => 0.6),
        heights,
      ),
    ]).value,
    10,
  );
  const longer = [0.3, ...Array.from({ length: 18 }, () => 0.1), 0.3];
  assert.equal(elevation(motion, [segment(steady(20), longer)]).value, 10);
});

test('regularity is 10 exp(-v / 0.12)', () => {
  const durations = Array.from({ length: 20 }, (_, i) => (i % 2 ? 1.03 : 0.97));
  const variation = 1.4826 * 0.03;
  assert.equal(regularity([segment(durations)]).value, Number((10 * Math.exp(-variation / 0.12)).toFixed(4)));
  assert.equal(regularity([segment(steady(9))]).value, null);
  assert.equal(regularity([segment(steady(10))]).value, 10);
});

test('the symmetry score is 10 exp(-(minDiff + maxDiff) / (2 range) / 0.25)', () => {
  const { score, minDiff, maxDiff, range } = symmetry(
    motion,
    [segment(steady(30), [], 0.004, -0.006)],
    straight,
  );
  assert.deepEqual([minDiff.value, maxDiff.value, range.value], [4, 6, 100]);
  assert.equal(score.value, Number((10 * Math.exp(-10 / 200 / 0.25)).toFixed(4)));
});

test('a phase has at least eight strides, and a sign from 1 mm on', () => {
  assert.equal(symmetryPhases([segment(steady(7))], straight).length, 0);
  const signOf = (low: number, high: number) =>
    symmetryPhases([segment(steady(8), [], low, high)], straight)[0].relativeSign;
  assert.equal(signOf(0.0011, -0.0011), -1);
  assert.equal(signOf(-0.0011, -0.0011), 1);
  assert.equal(signOf(0.0009, 0.005), null);
});
