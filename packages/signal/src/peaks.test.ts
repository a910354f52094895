import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import reference from '../reference/peaks.json' with { type: 'json' };
import { assertClose, numbers } from '../testing/numbers.fixture.ts';
import { findPeaks, type PeakConditions, refinePeak } from './peaks.ts';

interface ScipyConditions {
  readonly height?: number;
  readonly distance?: number;
  readonly prominence?: number;
}

for (const { conditions, peaks } of reference.cases) {
  test(`the peaks with ${JSON.stringify(conditions)} are those of scipy.signal.find_peaks`, () => {
    const { height, distance, prominence }: ScipyConditions = conditions;
    const own: PeakConditions = {
      ...(height !== undefined && { minHeight: height }),
      ...(distance !== undefined && { minDistance: distance }),
      ...(prominence !== undefined && { minProminence: prominence }),
    };
    assert.deepEqual([...findPeaks(reference.values, own)], peaks);
  });
}

test('a flat top counts once, at its middle; a shoulder and the ends never do', () => {
  assert.deepEqual([...findPeaks([0, 2, 2, 2, 1, 1, 0])], [2]);
  assert.deepEqual([...findPeaks([0, 2, 2, 1])], [1]);
  assert.deepEqual([...findPeaks([3, 1, 2, 2])], []);
  assert.deepEqual([...findPeaks([0, 1, 1, 2, 0])], [3]);
  assert.deepEqual([...findPeaks([])], []);
});

test('of equally high peaks too close together the later one stays', () => {
  assert.deepEqual([...findPeaks([0, 1, 0, 1, 0], { minDistance: 3 })], [3]);
});

test('kept peaks are far enough apart, and each lost one has a higher or equal one near it', () => {
  fc.assert(
    fc.property(numbers(), fc.integer({ min: 1, max: 12 }), (values, minDistance) => {
      const all = findPeaks(values);
      const kept = findPeaks(values, { minDistance });
      for (let i = 1; i < kept.length; i++) assert.ok(kept[i] - kept[i - 1] >= minDistance);
      for (const peak of all) {
        assert.ok(
          kept.some((other) => Math.abs(other - peak) < minDistance && values[other] >= values[peak]),
          `peak at ${peak}`,
        );
      }
    }),
  );
});

test('a long rise with ripples takes no more time per peak than a flat', () => {
  const rise = Float64Array.from({ length: 400_000 }, (_, i) => i + 3 * (i % 2));
  assert.equal(findPeaks(rise, { minProminence: 1 }).length, 199_999);
});

test('the top of a parabola is found between samples', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (at, b) => {
        const values = [-2, -1, 0, 1, 2].map((x) => 7 - b * (x - at) ** 2);
        const { offset, value } = refinePeak(values, 2);
        assertClose([offset, value], [at, 7], 1e-9);
      },
    ),
  );
});

test('a peak without two neighbours, or no peak at all, stays where it is', () => {
  assert.deepEqual(refinePeak([3, 1], 0), { offset: 0, value: 3 });
  assert.deepEqual(refinePeak([1, 3], 1), { offset: 0, value: 3 });
  assert.deepEqual(refinePeak([2, 2, 2], 1), { offset: 0, value: 2 });
  assert.deepEqual(refinePeak([2, 1, 2], 1), { offset: 0, value: 1 });
});

test('a distance below one sample is refused', () => {
  assert.throws(() => findPeaks([1, 2, 1], { minDistance: 0 }), RangeError);
});
