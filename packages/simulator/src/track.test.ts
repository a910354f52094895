import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Track } from './track.ts';

const knots = fc
  .array(
    fc.tuple(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((steps) => {
    let at = 0;
    const track = new Track();
    for (const [step, value] of steps) {
      track.add(at, value);
      at += step;
    }
    return { track, end: at };
  });

test('slope and curvature are the derivatives of the value, across knots too', () => {
  fc.assert(
    fc.property(knots, fc.double({ min: 0, max: 1, noNaN: true }), ({ track, end }, share) => {
      const at = share * end;
      const h = 1e-4;
      const read = (time: number) => ({ ...track.reader().moveTo(time) });
      const [before, here, after] = [read(at - h), read(at), read(at + h)];
      // The third derivative reaches 60 x 10 / 0.1^3 where knots are closest.
      assert.ok(Math.abs((after.value - before.value) / (2 * h) - here.slope) < 0.01);
      assert.ok(Math.abs((after.slope - before.slope) / (2 * h) - here.curvature) < 60 * 10 * 1e3 * h);
    }),
  );
});

test('the integral is the area under the value', () => {
  fc.assert(
    fc.property(knots, ({ track, end }) => {
      const reader = track.reader();
      const steps = 4000;
      let area = 0;
      for (let i = 0; i < steps; i++) area += (reader.moveTo(((i + 0.5) / steps) * end).value * end) / steps;
      assert.ok(Math.abs(reader.moveTo(end).integral - area) < 1e-4 * end);
    }),
  );
});

test('before its first and after its last knot a track stays as it is; without knots it is 0', () => {
  const reader = new Track().add(1, 3).add(2, 5).reader();
  assert.equal(reader.moveTo(0).value, 3);
  assert.equal(reader.moveTo(9).value, 5);
  assert.equal(reader.moveTo(9).integral - reader.moveTo(7).integral, 10);
  assert.equal(new Track().reader().moveTo(4).value, 0);
});

test('a reader gives the same in any order of times', () => {
  const track = new Track().add(0, 1).add(1, 4).add(3, -2).add(4, 0);
  const reader = track.reader();
  const forward = [0.5, 1.5, 3.5].map((at) => reader.moveTo(at).value);
  const backward = [3.5, 1.5, 0.5].map((at) => reader.moveTo(at).value);
  assert.deepEqual(backward.reverse(), forward);
});

test('knots that go back in time are refused', () => {
  assert.throws(() => new Track().add(2, 0).add(1, 0), /A knot at 1 s after one at 2 s/);
});
