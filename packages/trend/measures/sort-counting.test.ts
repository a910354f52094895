import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sortCounting } from './sort-counting.ts';

test('numbers are sorted, equal ones stay in turn, and pairs that stood the wrong way round are counted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 100 }), (values) => {
      let wrong = 0;
      values.forEach((a, i) => {
        for (const b of values.slice(i + 1)) if (a > b) wrong += 1;
      });
      const keys = Float64Array.from(values);
      const order = Int32Array.from(values.keys());
      assert.equal(sortCounting(keys, order), wrong);
      const sorted = [...values.entries()].sort(([, a], [, b]) => a - b);
      assert.deepEqual(
        [...keys],
        sorted.map(([, value]) => value),
      );
      assert.deepEqual(
        [...order],
        sorted.map(([index]) => index),
      );
    }),
  );
});
