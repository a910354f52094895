import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mannKendall } from './mann-kendall.ts';
import { SlopeSelection } from './select-slopes.ts';
import { varianceInflation } from './serial-correlation.ts';
import { slopeOf } from './slope.ts';
import { seriesOf } from './slope-order.ts';
import { medianSlope, slopeInterval } from './theil-sen.ts';

// scipy 1.16: stats.theilslopes(y, x, 0.95), stats.kendalltau(x, y, method='asymptotic').
const x = [0, 1, 2, 3.5, 4, 6, 7, 8, 9.5, 11, 12, 13];
const y = [3.1, 2.9, 3.4, 3.4, 3.8, 3.5, 4.1, 3.9, 4.4, 4.4, 5, 4.2];

const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a}, not ${b}`);

test('slope, interval and tau are those of scipy', () => {
  const series = [seriesOf(x, y)];
  const { s, variance, tau } = mannKendall(series, [1]);
  const slopes = new SlopeSelection(series);
  close(medianSlope(slopes)!, 0.1333333333333334);
  const [low, high] = slopeInterval(slopes, variance);
  close(low, 0.0842105263157895);
  close(high, 0.18000000000000008);
  close(tau, 0.8000946913656627);
  assert.equal(s, 52);
});

test('S and tau count pairs that rise and fall, over several series only within each', () => {
  const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 2,
    maxLength: 25,
  });
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), (all) => {
      const series = all.map((points) =>
        seriesOf(
          points.map(([at]) => at),
          points.map(([, value]) => value),
        ),
      );
      let expected = 0;
      for (const points of all) {
        for (const [i, a] of points.entries()) {
          for (const b of points.slice(i + 1)) expected += Math.sign((b[0] - a[0]) * (b[1] - a[1]));
        }
      }
      const { s, tau, p } = mannKendall(
        series,
        series.map(() => 1),
      );
      assert.equal(s, expected);
      assert.ok(tau >= -1 && tau <= 1);
      assert.ok(p > 0 && p <= 1);
    }),
  );
});

test('four values can never be sure to rise, five can, and a constant does neither', () => {
  const p = (values: number[]) =>
    mannKendall(
      [
        seriesOf(
          values.map((_, i) => i),
          values,
        ),
      ],
      [1],
    ).p;
  assert.ok(Math.abs(p([1, 2, 3, 4]) - 0.089) < 0.001);
  assert.ok(Math.abs(p([1, 2, 3, 4, 5]) - 0.027) < 0.001);
  assert.equal(p([3, 3, 3, 3, 3]), 1);
});

/** Numbers that hang together: each is `share` of the one before, and noise (mulberry32, Box and Muller). */
function hangingTogether(n: number, share: number, seed: number): number[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  let value = 0;
  return Array.from({ length: n }, () => {
    value = share * value + Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return value;
  });
}

test('sessions that hang together look less sure with the correction than without', () => {
  const rounds = 300;
  const surely = { corrected: 0, plain: 0 };
  for (let seed = 1; seed <= rounds; seed++) {
    const values = hangingTogether(60, 0.5, seed * 7919);
    const series = [
      seriesOf(
        values.map((_, i) => i),
        values,
      ),
    ];
    const slope = medianSlope(new SlopeSelection(series))!;
    if (mannKendall(series, [1]).p < 0.05) surely.plain += 1;
    if (mannKendall(series, [varianceInflation(series[0], slope)]).p < 0.05) surely.corrected += 1;
  }
  assert.ok(surely.plain / rounds > 0.18, `without: ${surely.plain / rounds}`);
  // Not 0.05: the method knows the correlation only from the same few sessions.
  assert.ok(
    surely.corrected < 0.75 * surely.plain,
    `with: ${surely.corrected}, without: ${surely.plain} of ${rounds}`,
  );
});

test('nothing is said below five comparable sessions, however many there are in all', () => {
  const four = { weeks: [0, 1, 2, 3], values: [1, 2, 3, 4] };
  const none = slopeOf([four, four, four], 'mm');
  assert.equal(none.perWeek, null);
  assert.match(none.reason ?? '', /needs 5 comparable sessions, there are 4/);
  const five = { weeks: [0, 1, 2, 3, 4], values: [1, 2, 3, 4, 5] };
  assert.deepEqual(slopeOf([four, five], 'mm'), {
    perWeek: 1,
    low: 1,
    high: 1,
    p: 0.0275,
    tau: 1,
    n: 5,
    reason: null,
  });
});

test('groups on different levels do not make a slope', () => {
  const level = (value: number, from: number) => ({
    weeks: [0, 1, 2, 3, 4, 5].map((week) => from + week),
    values: [value, value + 1, value, value + 1, value, value + 1],
  });
  const { perWeek } = slopeOf([level(0, 0), level(100, 6)], 'mm');
  assert.ok(Math.abs(perWeek!) < 0.5, `${perWeek}`);
});
