import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeMotion } from '../../testing/ride.fixture.ts';
import { findGravity } from './gravity.ts';

const axesOf = (motion: { acceleration: readonly (readonly number[])[] }) =>
  [0, 1, 2].map((axis) => Float32Array.from(motion.acceleration, (vector) => vector[axis]!));

test('the mean vector over seconds is gravity, with it and without it', () => {
  const canter = findGravity(axesOf(makeMotion({ seconds: 60, amplitude: 1.4 })), 100);
  assert.ok(Math.abs(canter.magnitude - 1) < 0.03);
  const free = findGravity(axesOf(makeMotion({ seconds: 60, amplitude: 1.4, gravity: 0 })), 100);
  assert.ok(free.magnitude < 0.03);
  assert.ok(free.median > 0.7, 'though the mean length of the vector is near 1');
});

test('a few absurd values leave it alone', () => {
  const axes = axesOf(makeMotion({ seconds: 9 }));
  for (const at of [100, 400, 800]) axes[0]![at] = 1e30;
  axes[1]![500] = Number.POSITIVE_INFINITY;
  assert.ok(Math.abs(findGravity(axes, 100).magnitude - 1) < 0.03);
});
