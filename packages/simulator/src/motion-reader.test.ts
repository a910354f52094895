import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { steadyMotion } from '../testing/steady-motion.fixture.ts';
import { drawMotion } from './draw-motion.ts';
import { gravity } from './gravity.ts';
import type { Motion } from './motion.ts';
import { MotionReader } from './motion-reader.ts';
import { circle, type Leg, serpentine, straight } from './scenario.ts';

const legs: readonly Leg[] = [
  { gait: 'halt', seconds: 6, path: straight },
  { gait: 'walk', seconds: 8, path: circle('left', 10), slope: 0.05 },
  { gait: 'trot', seconds: 10, path: serpentine('left'), rising: 'left' },
  { gait: 'canter', seconds: 8, path: circle('right', 15), slope: -0.04 },
  { gait: 'gallop', seconds: 6, path: straight },
  { gait: 'trot', seconds: 6, path: straight },
];
const seeds = fc.integer({ min: 1, max: 1e6 });
const draw = (seed: number) => drawMotion({ name: 'test', description: '', legs }, { spread: 1 }, seed);
const none = { times: new Float64Array(), blows: new Float64Array() };

const seconds = legs.reduce((sum, leg) => sum + leg.seconds, 0);
const times = fc.double({ min: 0.01, max: seconds - 0.01, noNaN: true });

test('turned into the world, the force is gravity and the second derivative of where the sensor is', () => {
  fc.assert(
    fc.property(seeds, times, (seed, at) => {
      const { motion } = draw(seed);
      // A blow bends the acceleration too sharply for a difference quotient; it has a test of its own.
      const reader = new MotionReader({ ...motion, landings: none });
      const speed = motion.course.speed.reader();
      const slope = motion.course.slope.reader();
      const h = 2e-5;
      const velocity = (time: number): Vector => {
        const { value } = speed.moveTo(time);
        const { heading } = reader.moveTo(time);
        return [value * Math.cos(heading), value * Math.sin(heading), value * slope.moveTo(time).value];
      };
      const place = (time: number): Vector => {
        const { heading, place } = reader.moveTo(time);
        return rotate(about(3, heading), place);
      };
      const [before, here, after] = [place(at - h), place(at), place(at + h)];
      const [slower, faster] = [velocity(at - h), velocity(at + h)];
      const { force } = reader.moveTo(at);
      const felt = rotate(attitudeOf(reader), force);
      for (const axis of [0, 1, 2] as const) {
        const moved =
          (after[axis] - 2 * here[axis] + before[axis]) / h ** 2 + (faster[axis] - slower[axis]) / (2 * h);
        const expected = moved + (axis === 2 ? gravity : 0);
        assert.ok(Math.abs(felt[axis] - expected) < 0.02, `axis ${axis}: ${felt[axis]} ${expected} at ${at}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('the angular rates add up to the attitude', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const reader = new MotionReader(draw(seed).motion);
      const step = 0.001;
      reader.moveTo(0);
      let attitude = attitudeOf(reader);
      for (let i = 0; (i + 1) * step < seconds; i++) {
        attitude = advance(attitude, reader, i * step, step);
        reader.moveTo((i + 1) * step);
        const expected = attitudeOf(reader);
        const alike = Math.abs(attitude.reduce((sum, value, k) => sum + value * expected[k], 0));
        assert.ok(2 * Math.acos(Math.min(alike, 1)) < 1e-3, `apart at ${(i + 1) * step} s`);
      }
    }),
    { numRuns: 2 },
  );
});

test('the heading is the integral of the heading rate, and the trunk swings about it', () => {
  const reader = new MotionReader(draw(3).motion);
  const rate = draw(3).motion.course.headingRate.reader();
  let heading = 0;
  for (let time = 0; time < seconds - 1; time += 0.001) {
    assert.ok(Math.abs(reader.moveTo(time).heading - heading) < 1e-4);
    assert.ok(Math.abs(reader.attitude.yaw) < 0.3);
    heading += rate.moveTo(time + 0.0005).value * 0.001;
  }
});

test('on a circle a trunk that leans as it should feels no sideways force, an upright one v w', () => {
  const turning = { gait: 'canter', seconds: 10, strideHz: 1.6, speed: 5, headingRate: 0.6 } as const;
  const upright = new MotionReader(steadyMotion(turning)).moveTo(5).force;
  assert.ok(Math.abs(upright[1] - 5 * 0.6) < 1e-12);
  const leaning = new MotionReader(steadyMotion({ ...turning, lean: 1 })).moveTo(5).force;
  assert.ok(Math.abs(leaning[1]) < 1e-12);
  assert.ok(Math.abs(leaning[2] - Math.hypot(gravity, 3)) < 1e-12);
});

test('turning left is positive about up', () => {
  const left = new MotionReader(steadyMotion({ gait: 'walk', seconds: 9, strideHz: 0.8, headingRate: 0.3 }));
  assert.deepEqual([...left.moveTo(3).rate], [0, 0, 0.3]);
});

test('trotting carries its vertical energy at twice the stride frequency, cantering at the stride frequency', () => {
  for (const [gait, order] of [
    ['trot', 2],
    ['canter', 1],
  ] as const) {
    const leg: Leg = { gait, seconds: 40, path: straight };
    const { motion } = drawMotion({ name: 'test', description: '', legs: [leg] }, { spread: 1 }, 5);
    const energies = [1, 2, 3].map((k) => energyAt(motion, k));
    assert.equal(energies.indexOf(Math.max(...energies)) + 1, order, `${gait} ${energies}`);
  }
});

/** Energy of the upward force at a multiple of the stride frequency, over whole strides. */
function energyAt(motion: Motion, order: number): number {
  const reader = new MotionReader(motion);
  let cos = 0;
  let sin = 0;
  for (let time = 2; time < 38; time += 0.01) {
    const { force, strides } = reader.moveTo(time);
    cos += force[2] * Math.cos(2 * Math.PI * order * strides);
    sin += force[2] * Math.sin(2 * Math.PI * order * strides);
  }
  return cos ** 2 + sin ** 2;
}

type Quaternion = readonly [number, number, number, number];
type Vector = readonly [number, number, number];

function attitudeOf({ heading, attitude }: MotionReader): Quaternion {
  const upright = multiply(about(3, heading + attitude.yaw), about(2, attitude.pitch));
  return multiply(upright, about(1, attitude.roll));
}

function about(axis: 1 | 2 | 3, angle: number): Quaternion {
  const turn: [number, number, number, number] = [Math.cos(angle / 2), 0, 0, 0];
  turn[axis] = Math.sin(angle / 2);
  return turn;
}

function multiply([a, b, c, d]: Quaternion, [e, f, g, h]: Quaternion): Quaternion {
  return [
    a * e - b * f - c * g - d * h,
    a * f + b * e + c * h - d * g,
    a * g - b * h + c * e + d * f,
    a * h + b * g - c * f + d * e,
  ];
}

function rotate(q: Quaternion, v: ArrayLike<number>): Vector {
  const [, x, y, z] = multiply(multiply(q, [0, v[0], v[1], v[2]]), [q[0], -q[1], -q[2], -q[3]]);
  return [x, y, z];
}

/** One step of the classical Runge-Kutta method on q' = q w / 2. */
function advance(q: Quaternion, reader: MotionReader, at: number, step: number): Quaternion {
  const rateAt = (time: number): Quaternion => {
    const { rate } = reader.moveTo(time);
    return [0, rate[0], rate[1], rate[2]];
  };
  const slope = (attitude: Quaternion, rate: Quaternion) =>
    multiply(attitude, rate).map((value) => value / 2) as unknown as Quaternion;
  const plus = (a: Quaternion, b: Quaternion, share: number) =>
    a.map((value, i) => value + share * b[i]) as unknown as Quaternion;
  const [start, middle, end] = [rateAt(at), rateAt(at + step / 2), rateAt(at + step)];
  const k1 = slope(q, start);
  const k2 = slope(plus(q, k1, step / 2), middle);
  const k3 = slope(plus(q, k2, step / 2), middle);
  const k4 = slope(plus(q, k3, step), end);
  const next = q.map(
    (value, i) => value + (step / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]),
  ) as unknown as Quaternion;
  const length = Math.hypot(...next);
  return next.map((value) => value / length) as unknown as Quaternion;
}
