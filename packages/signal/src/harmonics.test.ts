import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitHarmonics } from './harmonics.ts';
import { assertClose, randomNumbers } from './numbers.fixture.ts';

const amplitude = fc.double({ min: -5, max: 5, noNaN: true });

test('amplitudes that made a signal are found again, over any stretch of at least a period', () => {
  const task = fc.record({
    mean: fc.double({ min: -100, max: 100, noNaN: true }),
    cos: fc.array(amplitude, { minLength: 3, maxLength: 3 }),
    sin: fc.array(amplitude, { minLength: 3, maxLength: 3 }),
    frequency: fc.double({ min: 0.6, max: 2.5, noNaN: true }),
    from: fc.integer({ min: 0, max: 300 }),
    length: fc.integer({ min: 167, max: 700 }),
  });
  fc.assert(
    fc.property(task, ({ mean, cos, sin, frequency, from, length }) => {
      const values = Float64Array.from({ length: 1000 }, (_, i) => {
        const angle = (2 * Math.PI * frequency * (i - from)) / 100;
        return cos.reduce(
          (sum, c, k) => sum + c * Math.cos((k + 1) * angle) + sin[k] * Math.sin((k + 1) * angle),
          mean,
        );
      });
      const fit = fitHarmonics(values, from, from + length, 100, frequency, 3);
      assertClose([fit.mean], [mean], 1e-9, 'mean');
      assertClose(fit.cos, cos, 1e-9, 'cosine');
      assertClose(fit.sin, sin, 1e-9, 'sine');
      assertClose([fit.residual], [0], 1e-9, 'residual');
    }),
  );
});

test('the residual is the root mean square of what no harmonic explains', () => {
  const random = randomNumbers(3);
  const noise = Float64Array.from({ length: 4000 }, () => random() - 0.5);
  const values = noise.map((value, i) => value + 2 * Math.cos((2 * Math.PI * 1.3 * i) / 100));
  const { residual, cos } = fitHarmonics(values, 0, values.length, 100, 1.3, 2);
  assertClose([residual], [Math.sqrt(1 / 12)], 0.01);
  assertClose(cos, [2, 0], 0.02);
});

test('a slightly longer or shorter stretch does not change what a steady signal says', () => {
  const random = randomNumbers(4);
  const values = Float64Array.from(
    { length: 1100 },
    (_, i) => Math.sin((2 * Math.PI * 1.3 * i) / 100) + 0.06 * (random() - 0.5),
  );
  for (const to of [950, 990, 1000, 1030]) {
    assertClose(fitHarmonics(values, 0, to, 100, 1.3, 1).sin, [1], 0.004);
  }
});

test('a stretch that cannot tell is refused', () => {
  const values = new Float64Array(100);
  assert.throws(() => fitHarmonics(values, 0, 4, 100, 1, 2), /4 values cannot determine 5 coefficients/);
  assert.throws(() => fitHarmonics(values, 0, 101, 100, 1, 2), /not within 100 values/);
  assert.throws(() => fitHarmonics(values, 0, 100, 100, 25, 2), /harmonic 2 of 25 Hz/);
  assert.throws(() => fitHarmonics(values, 0, 100, 100, 0.001, 2), /too short/);
});
