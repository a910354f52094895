import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import reference from '../reference/autocorrelation.json' with { type: 'json' };
import { autocorrelation } from './autocorrelation.ts';
import { assertClose, numbers } from './numbers.fixture.ts';

const { values } = reference;

test('the autocorrelation equals the sum of products that defines it, as numpy computes it', () => {
  assertClose(autocorrelation(values, 39), reference.biased, 1e-13);
  assertClose(autocorrelation(values, 39, { unbiased: true }), reference.unbiased, 1e-12);
  assertClose(autocorrelation(values, 7), reference.biased.slice(0, 8), 1e-13);
});

test('unbiased, a periodic signal returns to its full height after each period', () => {
  const periodic = Float64Array.from({ length: 400 }, (_, i) => Math.sin((2 * Math.PI * i) / 40));
  const result = autocorrelation(periodic, 200, { unbiased: true });
  assertClose([result[40], result[80], result[100], result[200]], [1, 1, -1, 1], 1e-9);
});

test('level and scale of the values do not matter, and no lag exceeds lag 0', () => {
  fc.assert(
    fc.property(numbers({ minLength: 3 }), (random) => {
      const signal = random.map((value, i) => value + 10 * i);
      const result = autocorrelation(signal, signal.length - 1);
      const moved = signal.map((value) => 500 - 3 * value);
      assertClose(autocorrelation(moved, moved.length - 1), result, 1e-9);
      assert.ok(result.every((value) => Math.abs(value) <= 1 + 1e-12));
    }),
  );
});

test('values that do not vary have no autocorrelation', () => {
  assert.deepEqual(autocorrelation(new Float32Array(20).fill(0.1), 2), new Float64Array(3).fill(Number.NaN));
});

test('a lag longer than the signal is refused', () => {
  assert.throws(() => autocorrelation([1, 2, 3], 3), /3 values have no lag of 3/);
  assert.throws(() => autocorrelation([], 0), RangeError);
  assert.throws(() => autocorrelation([1, 2, 3], 0.5), RangeError);
});
