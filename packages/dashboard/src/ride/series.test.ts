import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestIndex, valuesOf } from './series.ts';

test('the value at an instant is that of the nearest second', () => {
  const time = [0, 1, 2, 5];
  assert.deepEqual(
    [-3, 0.4, 1.6, 3, 4, 99].map((at) => nearestIndex(time, at)),
    [0, 0, 2, 2, 3, 3],
  );
});

test('a column in which nothing was measured is as if it were not there', () => {
  const series = { time: [0, 1], columns: [{ name: 'turnRate', values: [null, null] }] };
  assert.equal(valuesOf(series, 'turnRate'), null);
  assert.equal(valuesOf(series, 'cadence'), null);
});
