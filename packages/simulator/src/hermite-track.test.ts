import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gravity } from './gravity.ts';
import { HermiteTrack } from './hermite-track.ts';

const number = fc.double({ min: -10, max: 10, noNaN: true });
const knots = fc
  .array(
    fc.record({
      wait: fc.double({ min: 0.1, max: 2, noNaN: true }),
      value: number,
      slope: number,
      curvature: number,
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((list) => {
    let time = 0;
    return list.map(({ wait, ...knot }) => {
      time += wait;
      return { time, ...knot };
    });
  });

const trackThrough = (list: Parameters<HermiteTrack['add']>[0][]) => {
  const track = new HermiteTrack();
  for (const knot of list) track.add(knot);
  return track;
};

test('the track passes each knot with its value, slope and curvature', () => {
  fc.assert(
    fc.property(knots, (list) => {
      const reader = trackThrough(list).reader();
      for (const { time, value, slope, curvature } of list.slice(0, -1)) {
        reader.moveTo(time);
        near(reader.value, value);
        near(reader.slope, slope);
        near(reader.curvature, curvature);
        reader.moveTo(time - 1e-9);
        near(reader.value, value);
      }
    }),
  );
});

test('slope and curvature are the derivatives of the value', () => {
  fc.assert(
    fc.property(knots, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (list, share) => {
      const reader = trackThrough(list).reader();
      const time = list[0].time + share * (list[1].time - list[0].time);
      const h = 1e-5;
      const read = (at: number) => ({ ...reader.moveTo(at) });
      const [before, at, after] = [read(time - h), read(time), read(time + h)];
      near((after.value - before.value) / (2 * h), at.slope, 1e-3);
      near((after.slope - before.slope) / (2 * h), at.curvature, 1e-3);
    }),
  );
});

test('between two knots in free fall the way is the parabola', () => {
  const track = trackThrough([
    { time: 1, value: 0.2, slope: 2.5, curvature: -gravity },
    { time: 1.5, value: 0.2 + 2.5 * 0.5 - gravity / 8, slope: 2.5 - gravity / 2, curvature: -gravity },
  ]);
  const reader = track.reader();
  for (let t = 0; t < 0.5; t += 0.01) {
    near(reader.moveTo(1 + t).value, 0.2 + 2.5 * t - (gravity * t * t) / 2);
    near(reader.curvature, -gravity);
  }
});

test('a track without knots is 0, before its first and after its last knot it stays', () => {
  assert.equal(new HermiteTrack().reader().moveTo(3).value, 0);
  const reader = trackThrough([
    { time: 1, value: 2 },
    { time: 2, value: 5 },
  ]).reader();
  assert.deepEqual(
    [reader.moveTo(0).value, reader.slope, reader.moveTo(9).value, reader.slope],
    [2, 0, 5, 0],
  );
});

test('knots that go back in time are refused', () => {
  assert.throws(
    () =>
      trackThrough([
        { time: 2, value: 0 },
        { time: 2, value: 1 },
      ]),
    /A knot at 2 s after one at 2 s/,
  );
});

const near = (value: number, to: number, tolerance = 1e-6) =>
  assert.ok(Math.abs(value - to) <= tolerance * (1 + Math.abs(to)) * 10, `${value} is not ${to}`);
