import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertClose, numbers } from '../testing/numbers.fixture.ts';
import { movingMean, movingMedian } from './moving.ts';
import { mean, median } from './statistics.ts';

const width = fc.integer({ min: 1, max: 80 });

function windows(values: readonly number[], width: number): number[][] {
  const half = Math.floor(width / 2);
  return values.map((_, i) => values.slice(Math.max(0, i - half), i + half + 1));
}

test('the moving mean is the mean of each window', () => {
  fc.assert(
    fc.property(numbers(), width, (values, width) => {
      assertClose(movingMean(values, width), windows(values, width).map(mean), 1e-9);
    }),
  );
});

test('the moving median is the median of each window', () => {
  fc.assert(
    fc.property(numbers(), width, (values, width) => {
      assertClose(movingMedian(values, width), windows(values, width).map(median), 1e-12);
    }),
  );
});

test('a spike leaves no trace in the mean once it has left the window', () => {
  const values = new Float64Array(100).fill(0.1);
  values[10] = 1e17;
  assertClose(movingMean(values, 5).slice(20), new Float64Array(80).fill(0.1), 1e-15);
});

test('a value that is not a number spoils the median of its windows only', () => {
  const result = movingMedian([1, 2, Number.NaN, 4, 5, 6], 3);
  assert.deepEqual([...result], [1.5, Number.NaN, Number.NaN, Number.NaN, 5, 5.5]);
});

test('a window narrower than a sample is refused', () => {
  assert.throws(() => movingMean([1], 0), /at least 1 sample wide, not 0/);
  assert.throws(() => movingMedian([1], Number.NaN), RangeError);
});
