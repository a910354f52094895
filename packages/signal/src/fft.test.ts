import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import reference from '../reference/spectra.json' with { type: 'json' };
import { assertClose, numbers, randomNumbers } from '../testing/numbers.fixture.ts';
import { RealFft } from './fft.ts';

for (const { size, re, im } of reference.transforms.cases) {
  test(`a transform of ${size} samples equals numpy.fft.rfft`, () => {
    const fft = new RealFft(size);
    const ownRe = new Float64Array(size / 2 + 1);
    const ownIm = new Float64Array(size / 2 + 1);
    fft.forward(reference.values.slice(0, size), ownRe, ownIm);
    assertClose(ownRe, re, 1e-12, 'real part');
    assertClose(ownIm, im, 1e-12, 'imaginary part');
  });
}

test('the energy of the spectrum is that of the signal (Parseval)', () => {
  fc.assert(
    fc.property(numbers({ minLength: 1 }), fc.integer({ min: 6, max: 11 }), (values, log2) => {
      const size = 2 ** log2;
      const power = new Float64Array(size / 2 + 1);
      new RealFft(size).power(values, power);
      // Every frequency but the first and the last stands for itself and its negative.
      const doubled = 2 * power.reduce((sum, value) => sum + value, 0) - power[0] - power.at(-1)!;
      const energy = values.reduce((sum, value) => sum + value * value, 0);
      assertClose([doubled / size], [energy], 1e-9 * energy + 1e-12);
    }),
  );
});

test('power is the squared magnitude of the transform', () => {
  const random = randomNumbers(1);
  const values = Float32Array.from({ length: 128 }, () => random() - 0.5);
  const fft = new RealFft(128);
  const [re, im, power] = [new Float64Array(65), new Float64Array(65), new Float64Array(65)];
  fft.forward(values, re, im);
  fft.power(values, power);
  assertClose(
    power,
    re.map((value, k) => value ** 2 + im[k] ** 2),
    1e-12,
  );
});

test('every bin of a long transform is the sum that defines it', () => {
  const random = randomNumbers(2);
  const size = 1024;
  const values = Float64Array.from({ length: size }, () => random() - 0.5);
  const [re, im] = [new Float64Array(size / 2 + 1), new Float64Array(size / 2 + 1)];
  new RealFft(size).forward(values, re, im);
  for (const k of [0, 1, 17, 255, 256, 257, 511, 512]) {
    let sumRe = 0;
    let sumIm = 0;
    for (let j = 0; j < size; j++) {
      sumRe += values[j] * Math.cos((2 * Math.PI * ((j * k) % size)) / size);
      sumIm -= values[j] * Math.sin((2 * Math.PI * ((j * k) % size)) / size);
    }
    assertClose([re[k], im[k]], [sumRe, sumIm], 1e-11, `part of bin ${k}`);
  }
});

test('a shorter signal counts as followed by zeros, whatever was transformed before', () => {
  const fft = new RealFft(16);
  const [alone, padded] = [new Float64Array(9), new Float64Array(9)];
  fft.power(new Float64Array(16).fill(5), alone);
  fft.power([1, 2, 3], alone);
  fft.power([1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], padded);
  assert.deepEqual(alone, padded);
});

test('sizes that are no power of two and arrays that do not fit are refused', () => {
  for (const size of [0, 1, 3, 100, 2.5, Number.NaN]) assert.throws(() => new RealFft(size), RangeError);
  const fft = new RealFft(8);
  assert.throws(() => fft.power(new Float64Array(9), new Float64Array(5)), /9 samples exceed/);
  assert.throws(() => fft.power(new Float64Array(8), new Float64Array(4)), /room for 5/);
  assert.throws(
    () => fft.forward(new Float64Array(8), new Float64Array(5), new Float64Array(4)),
    /room for 5/,
  );
});
