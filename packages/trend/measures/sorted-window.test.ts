import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { median } from './median.ts';
import { SortedWindow } from './sorted-window.ts';

test('a window knows median and spread of the latest values, as sorting them does', () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 20 }), (all, capacity) => {
      const window = new SortedWindow(capacity);
      all.forEach((value, index) => {
        window.push(value);
        const latest = all.slice(Math.max(0, index + 1 - capacity), index + 1);
        const centre = median(latest);
        assert.equal(window.size, latest.length);
        assert.equal(window.median(), centre);
        assert.equal(window.medianAbsoluteDeviation(), median(latest.map((each) => Math.abs(each - centre))));
      });
    }),
  );
});
