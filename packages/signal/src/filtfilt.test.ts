import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import reference from '../reference/filters.json' with { type: 'json' };
import { assertClose, numbers } from '../testing/numbers.fixture.ts';
import { type ButterworthDesign, butterworth } from './butterworth.ts';
import { filtfilt } from './filtfilt.ts';

const lowpass = butterworth({ order: 4, kind: 'lowpass', cutoffHz: 5, sampleRateHz: 100 });
const highpass = butterworth({ order: 2, kind: 'highpass', cutoffHz: 1, sampleRateHz: 100 });

for (const { design, filtered } of reference.cases) {
  test(`filtering with ${JSON.stringify(design)} equals scipy.signal.sosfiltfilt`, () => {
    assertClose(filtfilt(butterworth(design as ButterworthDesign), reference.values), filtered, 1e-11);
  });
}

test('the sum of two filtered signals is their filtered sum', () => {
  fc.assert(
    fc.property(numbers(), fc.double({ min: -3, max: 3, noNaN: true }), (values, factor) => {
      const other = values.map((value, i) => Math.cos(value) * i);
      const separate = filtfilt(lowpass, values).map(
        (value, i) => value + factor * filtfilt(lowpass, other)[i],
      );
      const together = filtfilt(
        lowpass,
        values.map((value, i) => value + factor * other[i]),
      );
      assertClose(together, separate, 1e-8);
    }),
  );
});

test('an oscillation in the pass band is not shifted in time', () => {
  const oscillation = Float64Array.from({ length: 1000 }, (_, i) => Math.sin((2 * Math.PI * 1.3 * i) / 100));
  assertClose(filtfilt(lowpass, oscillation).slice(200, 800), oscillation.slice(200, 800), 1e-4);
});

test('time reversed before is time reversed after, once the ends are far away', () => {
  fc.assert(
    fc.property(numbers({ minLength: 5 }), (values) => {
      const padded = new Float64Array(600);
      padded.set(values, 300);
      assertClose(filtfilt(lowpass, padded.toReversed()), filtfilt(lowpass, padded).reverse(), 1e-6);
    }),
  );
});

test('a level stays a level, and a high-pass takes it away', () => {
  assertClose(filtfilt(lowpass, new Float64Array(300).fill(9.81)), new Float64Array(300).fill(9.81), 1e-9);
  assertClose(filtfilt(highpass, new Float64Array(300).fill(9.81)), new Float64Array(300), 1e-9);
});

test('a signal shorter than the extension is filtered all the same', () => {
  assert.deepEqual(filtfilt(lowpass, []), new Float64Array(0));
  assertClose(filtfilt(lowpass, [4]), [4], 1e-12);
  assertClose(filtfilt(lowpass, [2, 2, 2]), [2, 2, 2], 1e-12);
});

test('the signal of the caller is left alone', () => {
  const values = Float64Array.from({ length: 50 }, (_, i) => i % 7);
  const before = values.slice();
  filtfilt(lowpass, values);
  assert.deepEqual(values, before);
});
