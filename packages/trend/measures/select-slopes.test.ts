import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SlopeSelection } from './select-slopes.ts';
import { type Series, seriesOf } from './slope-order.ts';

/** The plain way: every slope, sorted. */
function everySlope(series: readonly Series[]): Float64Array {
  const slopes: number[] = [];
  for (const { x, y } of series) {
    for (let i = 0; i < x.length; i++) {
      for (let j = i + 1; j < x.length; j++) {
        if (x[i] !== x[j]) slopes.push((y[j] - y[i]) / (x[j] - x[i]));
      }
    }
  }
  return Float64Array.from(slopes).sort();
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const smooth = fc
  .double({ min: -1000, max: 1000, noNaN: true })
  .map((value) => Math.round(value * 1e6) / 1e6);
const tied = fc.integer({ min: 0, max: 6 });
const seriesOfNumbers = fc
  .tuple(fc.constantFrom(smooth, tied), fc.constantFrom(smooth, tied))
  .chain(([x, y]) => fc.array(fc.tuple(x, y), { minLength: 1, maxLength: 60 }))
  .map((points) =>
    seriesOf(
      points.map(([x]) => x),
      points.map(([, y]) => y),
    ),
  );

test('a slope picked by its rank is what sorting every slope gives, with ties and over several series', () => {
  fc.assert(
    fc.property(fc.array(seriesOfNumbers, { minLength: 1, maxLength: 3 }), fc.nat(), (series, pick) => {
      const expected = everySlope(series);
      const slopes = new SlopeSelection(series);
      assert.equal(slopes.count, expected.length);
      if (expected.length === 0) return;
      for (const rank of [0, pick % expected.length, expected.length >> 1, expected.length - 1]) {
        const slope = slopes.at(rank);
        assert.ok(near(slope, expected[rank]), `rank ${rank}: ${slope}, not ${expected[rank]}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('a thousand points, many of them tied, are no different', () => {
  const n = 1000;
  const wave = (i: number) => Math.sin(i * i * 0.7) * 3;
  for (const y of [wave, (i: number) => Math.round(wave(i)), (i: number) => (i % 7 === 0 ? 1 : 0), () => 0]) {
    const series = [
      seriesOf(
        Float64Array.from({ length: n }, (_, i) => Math.floor(i / 1.5)),
        Float64Array.from({ length: n }, (_, i) => y(i)),
      ),
    ];
    const expected = everySlope(series);
    const slopes = new SlopeSelection(series);
    assert.equal(slopes.count, expected.length);
    for (const share of [0, 0.01, 0.3, 0.5, 0.77, 0.999]) {
      const rank = Math.floor(share * expected.length);
      assert.ok(near(slopes.at(rank), expected[rank]), `rank ${rank}`);
    }
  }
});

test('there is no slope beyond the last, and none between points of the same time', () => {
  const slopes = new SlopeSelection([seriesOf([1, 1, 1], [1, 2, 3])]);
  assert.equal(slopes.count, 0);
  assert.throws(() => slopes.at(0), RangeError);
});
