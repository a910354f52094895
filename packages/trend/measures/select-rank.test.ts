import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { median } from './median.ts';
import { selectRank } from './select-rank.ts';

const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -2, max: 2 }));

test('a number picked by its rank is what sorting would put there, however often one is asked', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 80 }), fc.array(fc.nat()), (values, ranks) => {
      const sorted = Float64Array.from(values).sort();
      const numbers = Float64Array.from(values);
      for (const pick of ranks) {
        const rank = pick % values.length;
        assert.ok(selectRank(numbers, rank) === sorted[rank]);
      }
      assert.deepEqual(numbers.sort(), sorted);
    }),
  );
});

test('a median is the middle or between the two middle ones, and of nothing there is none', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.ok(Number.isNaN(median([])));
});
