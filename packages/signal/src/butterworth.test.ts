import assert from 'node:assert/strict';
import { test } from 'node:test';
import reference from '../reference/filters.json' with { type: 'json' };
import { assertClose } from '../testing/numbers.fixture.ts';
import { type ButterworthDesign, butterworth, type Sections } from './butterworth.ts';

for (const { design, sections } of reference.cases) {
  test(`the sections of ${JSON.stringify(design)} equal those of scipy.signal.butter`, () => {
    const own = butterworth(design as ButterworthDesign);
    assertClose(
      own.flatMap(({ b0, b1, b2, a1, a2 }) => [b0, b1, b2, 1, a1, a2]),
      sections.flat(),
      1e-13,
    );
  });
}

test('at the cutoff the power is halved, in the pass band it is kept', () => {
  const bandpass = butterworth({ order: 3, kind: 'bandpass', cutoffHz: [1, 9], sampleRateHz: 60 });
  assertClose([gain(bandpass, 1, 60) ** 2, gain(bandpass, 9, 60) ** 2], [0.5, 0.5], 1e-9);
  const lowpass = butterworth({ order: 5, kind: 'lowpass', cutoffHz: 8, sampleRateHz: 60 });
  assertClose([gain(lowpass, 0, 60), gain(lowpass, 8, 60) ** 2], [1, 0.5], 1e-12);
  const highpass = butterworth({ order: 2, kind: 'highpass', cutoffHz: 8, sampleRateHz: 60 });
  assertClose(
    [gain(highpass, 30, 60), gain(highpass, 8, 60) ** 2, gain(highpass, 0, 60)],
    [1, 0.5, 0],
    1e-12,
  );
});

test('a design that cannot exist is refused', () => {
  const design = { order: 2, kind: 'lowpass', cutoffHz: 5, sampleRateHz: 100 } as const;
  assert.throws(() => butterworth({ ...design, order: 1.5 }), /order must be a positive integer, not 1.5/);
  assert.throws(() => butterworth({ ...design, order: 0 }), RangeError);
  assert.throws(() => butterworth({ ...design, cutoffHz: 50 }), /50 Hz is not between 0 and half .* 100 Hz/);
  assert.throws(() => butterworth({ ...design, cutoffHz: 0 }), RangeError);
  assert.throws(() => butterworth({ ...design, cutoffHz: Number.NaN }), RangeError);
  assert.throws(() => butterworth({ ...design, cutoffHz: [1, 5] }), /lowpass .* 2 cutoff frequencies/);
  assert.throws(() => butterworth({ ...design, kind: 'bandpass' }), /bandpass .* 1 cutoff frequencies/);
  assert.throws(() => butterworth({ ...design, kind: 'bandpass', cutoffHz: [5, 1] }), /below the upper/);
});

/** Amplitude response: the magnitude of H(z) at z = exp(2 pi i f / rate). */
function gain(sections: Sections, frequencyHz: number, sampleRateHz: number): number {
  const angle = (2 * Math.PI * frequencyHz) / sampleRateHz;
  const length = (c0: number, c1: number, c2: number) =>
    Math.hypot(
      c0 + c1 * Math.cos(angle) + c2 * Math.cos(2 * angle),
      c1 * Math.sin(angle) + c2 * Math.sin(2 * angle),
    );
  return sections.reduce(
    (product, { b0, b1, b2, a1, a2 }) => (product * length(b0, b1, b2)) / length(1, a1, a2),
    1,
  );
}
