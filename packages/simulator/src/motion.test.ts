import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawMotion } from './draw-motion.ts';
import { gravity, type Motion, MotionReader } from './motion.ts';
import { circle, type Leg, serpentine, straight } from './scenario.ts';
import { steadyMotion } from './steady-motion.fixture.ts';

const legs: readonly Leg[] = [
  { gait: 'halt', seconds: 6, path: straight },
  { gait: 'walk', seconds: 8, path: circle('left', 10), slope: 0.05 },
  { gait: 'trot', seconds: 10, path: serpentine('left'), rising: 'left' },
  { gait: 'canter', seconds: 8, path: circle('right', 15), slope: -0.04 },
  { gait: 'gallop', seconds: 6, path: straight },
  { gait: 'trot', seconds: 6, path: straight },
];
const seeds = fc.integer({ min: 1, max: 1e6 });
const readerOf = (seed: number) =>
  new MotionReader(drawMotion({ name: 'test', description: '', legs }, { spread: 1 }, seed).motion);

const seconds = legs.reduce((sum, leg) => sum + leg.seconds, 0);
const times = fc.double({ min: 0.01, max: seconds - 0.01, noNaN: true });

test('the vertical acceleration is the second derivative of the height, through every change of gait', () => {
  fc.assert(
    fc.property(seeds, times, (seed, at) => {
      const reader = readerOf(seed);
      const h = 2e-4;
      const height = (time: number) => reader.moveTo(time).height;
      const numeric = (height(at + h) - 2 * height(at) + height(at - h)) / h ** 2;
      const exact = reader.moveTo(at).heightAcceleration;
      // Half a step before and after a hoof lands the acceleration bends sharply.
      assert.ok(Math.abs(numeric - exact) < 0.5, `${numeric} ${exact} at ${at}`);
    }),
    { numRuns: 300 },
  );
});

test('turned back by the attitude that its own rates add up to, the force is gravity and the movement', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const reader = readerOf(seed);
      const step = 0.001;
      let attitude = startOf(reader);
      for (let i = 0; i * step < seconds - 1; i++) {
        const at = i * step;
        const { force, heightAcceleration, groundAcceleration } = reader.moveTo(at);
        const up = rotate(attitude, force)[2];
        assert.ok(
          Math.abs(up - gravity - heightAcceleration - groundAcceleration) < 1e-3,
          `${up - gravity} ${heightAcceleration + groundAcceleration} at ${at}`,
        );
        attitude = advance(attitude, reader, at, step);
      }
    }),
    { numRuns: 2 },
  );
});

test('the yaw of the attitude adds up to the heading', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const reader = readerOf(seed);
      const step = 0.002;
      let attitude = startOf(reader);
      let before = yawOf(attitude);
      let turned = before;
      for (let i = 0; i * step < seconds - 1; i++) {
        attitude = advance(attitude, reader, i * step, step);
        const yaw = yawOf(attitude);
        turned += Math.atan2(Math.sin(yaw - before), Math.cos(yaw - before));
        before = yaw;
        const swinging = turned - reader.moveTo((i + 1) * step).heading;
        assert.ok(Math.abs(swinging) < 0.35, `${swinging} rad beside the heading at ${i * step}`);
      }
    }),
    { numRuns: 2 },
  );
});

test('the height, integrated from the vertical acceleration, follows the height', () => {
  const motion = steadyMotion({
    gait: 'canter',
    seconds: 4,
    strideHz: 1.7,
    pose: {
      heave: [{ order: 1, amplitude: 0.1, phase: 0.2 }],
      pitch: [{ order: 1, amplitude: 0.1, phase: 0.4 }],
    },
    lever: [0.3, 0.05, -0.3],
  });
  const reader = new MotionReader(motion);
  const step = 1e-4;
  let height = reader.moveTo(0).height;
  let speed = (reader.moveTo(step).height - reader.moveTo(-step).height) / (2 * step);
  for (let i = 0; i < 40_000; i++) {
    speed += reader.moveTo((i + 0.5) * step).heightAcceleration * step;
    height += speed * step;
  }
  // Stepping the height with the speed at the end of each step adds acceleration x step / 2 to the speed.
  assert.ok(Math.abs(height - reader.moveTo(4).height) < 1e-3);
});

test('on a circle a trunk that leans as it should feels no sideways force, an upright one v w', () => {
  const turning = { gait: 'canter', seconds: 10, strideHz: 1.6, speed: 5, headingRate: 0.6 } as const;
  const upright = new MotionReader(steadyMotion(turning)).moveTo(5).force;
  assert.ok(Math.abs(upright[1]! - 5 * 0.6) < 1e-12);
  const leaning = new MotionReader(steadyMotion({ ...turning, lean: 1 })).moveTo(5).force;
  assert.ok(Math.abs(leaning[1]!) < 1e-12);
  assert.ok(Math.abs(leaning[2]! - Math.hypot(gravity, 3)) < 1e-12);
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

/** Energy of the vertical acceleration at a multiple of the stride frequency, over whole strides. */
function energyAt(motion: Motion, order: number): number {
  const reader = new MotionReader(motion);
  let cos = 0;
  let sin = 0;
  for (let time = 2; time < 38; time += 0.01) {
    const { heightAcceleration, strides } = reader.moveTo(time);
    cos += heightAcceleration * Math.cos(2 * Math.PI * order * strides);
    sin += heightAcceleration * Math.sin(2 * Math.PI * order * strides);
  }
  return cos ** 2 + sin ** 2;
}

type Quaternion = readonly [number, number, number, number];
type Vector = readonly [number, number, number];

/** The attitude at time 0 that makes the force at time 0 gravity and movement, at heading 0. */
function startOf(reader: MotionReader): Quaternion {
  const { roll, pitch, yaw } = reader.moveTo(0).attitude;
  const about = (axis: 1 | 2 | 3, angle: number): Quaternion => {
    const q = [Math.cos(angle / 2), 0, 0, 0] as [number, number, number, number];
    q[axis] = Math.sin(angle / 2);
    return q;
  };
  return multiply(multiply(about(3, yaw), about(2, pitch)), about(1, roll));
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
  const [, x, y, z] = multiply(multiply(q, [0, v[0]!, v[1]!, v[2]!]), [q[0], -q[1], -q[2], -q[3]]);
  return [x, y, z];
}

function yawOf([w, x, y, z]: Quaternion): number {
  return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
}

/** One step of the classical Runge-Kutta method on q' = q w / 2. */
function advance(q: Quaternion, reader: MotionReader, at: number, step: number): Quaternion {
  const rateAt = (time: number): Quaternion => {
    const { rate } = reader.moveTo(time);
    return [0, rate[0]!, rate[1]!, rate[2]!];
  };
  const slope = (attitude: Quaternion, rate: Quaternion) =>
    multiply(attitude, rate).map((value) => value / 2) as unknown as Quaternion;
  const plus = (a: Quaternion, b: Quaternion, share: number) =>
    a.map((value, i) => value + share * b[i]!) as unknown as Quaternion;
  const [start, middle, end] = [rateAt(at), rateAt(at + step / 2), rateAt(at + step)];
  const k1 = slope(q, start);
  const k2 = slope(plus(q, k1, step / 2), middle);
  const k3 = slope(plus(q, k2, step / 2), middle);
  const k4 = slope(plus(q, k3, step), end);
  const next = q.map(
    (value, i) => value + (step / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!),
  ) as unknown as Quaternion;
  const length = Math.hypot(...next);
  return next.map((value) => value / length) as unknown as Quaternion;
}
