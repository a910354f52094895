import assert from 'node:assert/strict';
import fc from 'fast-check';

/** Asserts that no number is further than `tolerance` from the one expected. */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what = 'value',
): void {
  assert.equal(actual.length, expected.length, `number of ${what}s`);
  for (let i = 0; i < actual.length; i++) {
    const distance = Math.abs(actual[i] - expected[i]);
    assert.ok(distance <= tolerance, `${what} ${i} is ${actual[i]}, ${distance} away from ${expected[i]}`);
  }
}

/** Lists of moderate numbers, for properties. */
export function numbers(constraints: fc.ArrayConstraints = {}): fc.Arbitrary<number[]> {
  return fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 60, ...constraints });
}

/** Numbers that look random, the same for the same seed: uniform in [0, 1) (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Amplitude of the oscillation of `frequencyHz` in a uniformly sampled signal, from its middle part. */
export function amplitudeAt(values: ArrayLike<number>, sampleRateHz: number, frequencyHz: number): number {
  const margin = Math.floor(values.length / 10);
  let cos = 0;
  let sin = 0;
  let count = 0;
  // Whole periods only, so that phases cannot matter.
  const length =
    Math.floor(((values.length - 2 * margin) * frequencyHz) / sampleRateHz) * (sampleRateHz / frequencyHz);
  for (let i = margin; i < margin + Math.round(length); i++, count++) {
    cos += values[i] * Math.cos((2 * Math.PI * frequencyHz * i) / sampleRateHz);
    sin += values[i] * Math.sin((2 * Math.PI * frequencyHz * i) / sampleRateHz);
  }
  return (2 * Math.sqrt(cos * cos + sin * sin)) / count;
}
