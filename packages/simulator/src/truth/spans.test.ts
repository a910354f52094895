import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steadyMotion } from '../../testing/steady-motion.fixture.ts';
import type { Course } from '../course.ts';
import { Track } from '../track.ts';
import { intersection, reinsOf, segmentsOf } from './spans.ts';

const degrees = Math.PI / 180;

/** Walks 60 s with a heading rate (deg/s) through these knots. */
function walking(knots: readonly (readonly [number, number])[]): Course {
  const headingRate = new Track();
  for (const [time, value] of knots) headingRate.add(time, value * degrees);
  return { ...steadyMotion({ gait: 'walk', seconds: 60, strideHz: 0.8 }).course, headingRate };
}

const reins = (course: Course) => reinsOf(course, segmentsOf(course)).map(({ rein }) => rein);

test('a curve begins at 10 deg/s and lasts until 5', () => {
  const course = walking([
    [10, 0],
    [20, 20],
    [30, 20],
    [50, 0],
  ]);
  const found = reinsOf(course, segmentsOf(course));
  assert.deepEqual(
    found.map(({ rein }) => rein),
    ['straight', 'left', 'straight'],
  );
  const rate = course.headingRate.reader();
  const mean = (at: number) => (rate.moveTo(at + 2).integral - rate.moveTo(at - 2).integral) / 4 / degrees;
  assert.ok(Math.abs(mean(found[1].from) - 10) < 0.1);
  assert.ok(Math.abs(mean(found[1].to) - 5) < 0.1);
});

test('wandering of 9 deg/s is straight, and a curve of 9 after one of 12 goes on', () => {
  assert.deepEqual(reins(walking([[0, 9]])), ['straight']);
  assert.deepEqual(
    reins(
      walking([
        [10, -12],
        [20, -9],
      ]),
    ),
    ['right'],
  );
});

test('from one curve straight into the other there is a moment of straight', () => {
  assert.deepEqual(
    reins(
      walking([
        [25, 15],
        [35, -15],
      ]),
    ),
    ['left', 'straight', 'right'],
  );
});

test('a corner shorter than the mean is one only if it turns enough', () => {
  const corner = (degreesTurned: number) =>
    walking([
      [29, 0],
      [30, degreesTurned],
      [31, 0],
    ]);
  assert.deepEqual(reins(corner(45)), ['straight', 'left', 'straight']);
  assert.deepEqual(reins(corner(35)), ['straight']);
});

test('a halt has no rein', () => {
  assert.deepEqual(reins(steadyMotion({ gait: 'halt', seconds: 20, strideHz: 1 }).course), ['none']);
});

test('spans intersect where both are', () => {
  const a = [
    { from: 0, to: 5 },
    { from: 7, to: 9 },
  ];
  const b = [{ from: 4, to: 8 }];
  assert.deepEqual(intersection(a, b), [
    { from: 4, to: 5 },
    { from: 7, to: 8 },
  ]);
});
