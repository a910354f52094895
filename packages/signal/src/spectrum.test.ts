import assert from 'node:assert/strict';
import { test } from 'node:test';
import reference from '../reference/spectra.json' with { type: 'json' };
import { assertClose } from '../testing/numbers.fixture.ts';
import { hann, periodogram, welch } from './spectrum.ts';

const { values, weights } = reference;

test('the Hann window equals that of scipy', () => {
  assertClose(hann(8), reference.hann.even, 1e-15);
  assertClose(hann(5), reference.hann.odd, 1e-15);
  assert.deepEqual(hann(1), Float64Array.of(1));
});

test('the periodogram equals that of scipy, with and without a window', () => {
  const plain = periodogram(values, 25);
  assertClose(plain.frequencyHz, reference.periodogram.frequency, 1e-12);
  assertClose(plain.density, reference.periodogram.plain, 1e-12);
  assertClose(periodogram(values, 25, { window: weights }).density, reference.periodogram.weighted, 1e-12);
});

test("Welch's spectrum equals that of scipy, for even and odd segments", () => {
  const even = welch(values, 25, { segmentLength: 20 });
  assertClose(even.frequencyHz, reference.welch.frequency, 1e-12);
  assertClose(even.density, reference.welch.density, 1e-12);
  assertClose(welch(values, 25, { segmentLength: 15 }).density, reference.welch.oddLength, 1e-12);
});

test('an oscillation stands at its frequency with the power of half its amplitude squared', () => {
  const oscillation = Float64Array.from({ length: 512 }, (_, i) => 3 * Math.cos((2 * Math.PI * 5 * i) / 64));
  const { frequencyHz, density } = periodogram(oscillation, 64);
  const top = density.indexOf(Math.max(...density));
  assert.equal(frequencyHz[top], 5);
  assertClose([density.reduce((sum, value) => sum + value, 0) * frequencyHz[1]], [4.5], 1e-9);
});

test('a signal shorter than a segment is one segment', () => {
  assert.deepEqual(
    welch(values, 25, { segmentLength: 400 }),
    periodogram(values, 25, { window: hann(values.length) }),
  );
});

test('nothing has no spectrum, and a window must fit', () => {
  assert.throws(() => periodogram([], 25), /at least one value/);
  assert.throws(() => welch([], 25, { segmentLength: 8 }), /at least one value/);
  assert.throws(() => periodogram([1, 2, 3], 25, { window: [1, 1] }), /2 window weights do not fit 3 values/);
  assert.throws(() => welch([1, 2, 3], 25, { segmentLength: 0 }), RangeError);
});
