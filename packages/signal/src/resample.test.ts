import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { amplitudeAt, assertClose, randomNumbers } from '../testing/numbers.fixture.ts';
import { resample } from './resample.ts';

/** Time stamps at `rate` whose distance from the even grid reaches `jitter` (0-1) half intervals. */
function jittered(seconds: number, rate: number, jitter: number, seed = 1): Float64Array {
  const random = randomNumbers(seed);
  return Float64Array.from({ length: seconds * rate }, (_, i) =>
    i === 0 ? 0 : (i + 0.5 + jitter * (random() - 0.5)) / rate,
  );
}

const intervals = fc.array(fc.double({ min: 1e-6, max: 0.3, noNaN: true }), { maxLength: 80 });

test('a straight line stays a straight line, however irregular the time stamps', () => {
  fc.assert(
    fc.property(intervals, fc.double({ min: 3, max: 200, noNaN: true }), (steps, rate) => {
      const time = [0];
      for (const step of steps) time.push(time.at(-1)! + step);
      const grid = resample(
        time,
        time.map((t) => 2 - 3 * t),
        { sampleRateHz: rate },
      );
      assertClose(
        grid,
        grid.map((_, k) => 2 - 3 * Math.min(k / rate, time.at(-1)!)),
        1e-5,
      );
    }),
  );
});

test('nothing overshoots the values by more than a fraction of their range', () => {
  fc.assert(
    fc.property(intervals, fc.integer(), (steps, seed) => {
      const random = randomNumbers(seed);
      const time = [0];
      for (const step of steps) time.push(time.at(-1)! + step);
      const grid = resample(
        time,
        time.map(() => random()),
        { sampleRateHz: 50 },
      );
      assert.ok(grid.every((value) => value > -1.5 && value < 2.5));
    }),
  );
});

test('samples on the grid stay as they are', () => {
  const random = randomNumbers(5);
  const time = Float64Array.from({ length: 500 }, (_, i) => i / 100);
  const values = Float32Array.from(time, () => random());
  assertClose(resample(time, values, { sampleRateHz: 100 }), values, 1e-6);
});

for (const rate of [25, 30, 35, 50, 100, 441]) {
  for (const jitter of [0, 0.5]) {
    test(`at 25 Hz a 3 Hz oscillation keeps 99 % and a 5 Hz one 95 %, from ${rate} Hz with jitter ${jitter}`, () => {
      const time = jittered(40, rate, jitter);
      for (const [frequency, least] of [[3, 0.99] as const, [5, 0.95] as const]) {
        const values = time.map((t) => Math.sin(2 * Math.PI * frequency * t));
        const kept = amplitudeAt(resample(time, values, { sampleRateHz: 25 }), 25, frequency);
        assert.ok(kept >= least && kept <= 1.01, `${frequency} Hz keeps ${kept}`);
      }
    });
  }
}

test('an oscillation is not shifted in time', () => {
  const time = jittered(20, 441, 0.5);
  const values = time.map((t) => Math.sin(2 * Math.PI * 2 * t));
  const grid = resample(time, values, { sampleRateHz: 100 }).slice(50, -50);
  assertClose(
    grid,
    grid.map((_, i) => Math.sin((2 * Math.PI * 2 * (i + 50)) / 100)),
    2e-3,
  );
});

test('what the grid cannot hold is damped, not folded down', () => {
  const time = jittered(40, 441, 0.5);
  // 23 Hz looks like 2 Hz at 25 Hz.
  const values = time.map((t) => Math.sin(2 * Math.PI * 23 * t));
  assert.ok(amplitudeAt(resample(time, values, { sampleRateHz: 25 }), 25, 2) < 0.1);
  const noise = randomNumbers(6);
  const grid = resample(
    time,
    time.map(() => noise() - 0.5),
    { sampleRateHz: 25 },
  );
  const variance = grid.reduce((sum, value) => sum + value ** 2, 0) / grid.length;
  assert.ok(variance < 0.15 / 12, `${variance} of ${1 / 12} is left`);
});

test('a hole is crossed on a straight line, and its rim is not bent by it', () => {
  const time = [...Array(50).keys()].map((i) => i / 50).concat([...Array(50).keys()].map((i) => 2 + i / 50));
  const values = time.map((t) => (t < 1 ? 1 : 5));
  const grid = resample(time, values, { sampleRateHz: 50 });
  assertClose(
    grid,
    grid.map((_, k) => (k / 50 < 0.98 ? 1 : k / 50 > 2 ? 5 : 1 + (4 * (k / 50 - 0.98)) / 1.02)),
    1e-5,
  );
});

test('a duration sets the length; beyond the samples the nearest one holds', () => {
  const options = { sampleRateHz: 10, duration: 0.5 };
  assert.deepEqual([...resample([0.1, 0.2], [3, 4], options)], [3, 3, 4, 4, 4, 4]);
  assert.deepEqual([...resample([0], [7], options)], [7, 7, 7, 7, 7, 7]);
  assert.equal(resample([0, 0.05, 0.3], [0, 0, 0], { sampleRateHz: 10 }).length, 4);
  assert.equal(resample([0, 60], [0, 0], { sampleRateHz: 10, duration: 2 }).length, 21);
});

test('time that does not increase, and lengths that do not fit, are refused', () => {
  const options = { sampleRateHz: 10 };
  assert.throws(() => resample([0, 1, 1], [1, 2, 3], options), /stamp 2 is 1 s after 1 s/);
  assert.throws(() => resample([0, Number.NaN], [1, 2], options), RangeError);
  assert.throws(() => resample([0, Number.POSITIVE_INFINITY], [1, 2], options), RangeError);
  assert.throws(() => resample([0, 1], [1], options), /2 time stamps do not fit 1 values/);
  assert.throws(() => resample([], [], options), /no values/);
  assert.throws(() => resample([0], [1], { sampleRateHz: 0 }), /not a grid/);
  assert.throws(() => resample([0], [1], { sampleRateHz: 10, duration: -1 }), /not a grid/);
});
