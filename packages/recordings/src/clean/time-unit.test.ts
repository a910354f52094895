import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideTimeUnit } from './time-unit.ts';

const decide = (step: number, { start = 1000, tenths = false } = {}) =>
  decideTimeUnit(
    Float64Array.from({ length: 500 }, (_, i) => start + i * step),
    null,
    { placeOf: (row) => `line ${row + 2}`, isSampleTimeFine: tenths },
  );

test('SampleTimeFine is in us where that is a sampling rate, else in 0.1 ms, with a note', () => {
  for (const [step, factor] of [
    [16_667, 1e-6],
    [8333, 1e-6],
    [100, 1e-4],
    [83, 1e-4],
    [167, 1e-4],
  ] as const) {
    const { factor: decided, note } = decide(step, { tenths: true });
    assert.equal(decided, factor);
    assert.match(JSON.stringify(note), factor === 1e-4 ? /0\.1 ms/ : /us was taken/);
  }
});

test('whole numbers that would be fewer than 20 samples per second do not tell their unit', () => {
  for (const step of [83, 100]) assert.throws(() => decide(step), { code: 'unknown-unit' });
  assert.equal(decide(50).factor, 1e-3);
  assert.equal(decide(0.08).factor, 1);
});
