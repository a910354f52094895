import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import reference from '../reference/statistics.json' with { type: 'json' };
import { assertClose, numbers } from '../testing/numbers.fixture.ts';
import {
  mean,
  median,
  medianAbsoluteDeviation,
  quantile,
  robustStandardDeviation,
  standardDeviation,
} from './statistics.ts';

test('statistics equal those of numpy and scipy', () => {
  const { values } = reference;
  assertClose([mean(values)], [reference.mean], 1e-14);
  assertClose([standardDeviation(values)], [reference.standardDeviation], 1e-14);
  assert.equal(median(values), reference.median);
  assertClose([medianAbsoluteDeviation(values)], [reference.medianAbsoluteDeviation], 1e-14);
  for (const { p, value } of reference.quantiles) assert.equal(quantile(values, p), value, `quantile ${p}`);
});

test('the order of the values does not matter, and is left alone', () => {
  fc.assert(
    fc.property(numbers({ minLength: 1 }), (values) => {
      const before = [...values];
      const reversed = values.toReversed();
      assert.equal(median(values), median(reversed));
      assert.equal(quantile(values, 0.3), quantile(reversed, 0.3));
      assert.equal(medianAbsoluteDeviation(values), medianAbsoluteDeviation(reversed));
      assert.deepEqual(values, before);
    }),
  );
});

test('half of the values lie on either side of the median', () => {
  fc.assert(
    fc.property(numbers({ minLength: 1 }), (values) => {
      const middle = median(values);
      assert.ok(values.filter((value) => value < middle).length <= values.length / 2);
      assert.ok(values.filter((value) => value > middle).length <= values.length / 2);
    }),
  );
});

test('a larger share never has a smaller quantile', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(numbers({ minLength: 1 }), share, share, (values, p, q) => {
      assert.ok(quantile(values, Math.min(p, q)) <= quantile(values, Math.max(p, q)));
    }),
  );
});

test('a wild value moves the standard deviation and leaves the robust one', () => {
  const values = Array.from({ length: 101 }, (_, i) => Math.sin(i));
  const wild = [...values.slice(1), 1e6];
  assert.ok(standardDeviation(wild) > 1e4);
  assert.ok(Math.abs(robustStandardDeviation(wild) / robustStandardDeviation(values) - 1) < 0.05);
});

test('nothing has no mean, and a value that is not a number has no rank', () => {
  for (const statistic of [mean, standardDeviation, median, medianAbsoluteDeviation]) {
    assert.equal(statistic([]), Number.NaN);
    assert.equal(statistic([1, Number.NaN, 3]), Number.NaN);
  }
  assert.equal(quantile([], 0.5), Number.NaN);
  assert.throws(() => quantile([1], 1.1), RangeError);
});
