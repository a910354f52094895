import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { steadyMotion } from '../testing/steady-motion.fixture.ts';
import { gravity } from './gravity.ts';
import { measure } from './measure.ts';
import { Random } from './random.ts';
import { matrixOf, type Quaternion } from './rotation.ts';
import { idealSensor, type SensorOptions } from './sensor.ts';

const at = (seconds: number, rate = 100) => Float64Array.from({ length: seconds * rate }, (_, i) => i / rate);
const read = (motion: ReturnType<typeof steadyMotion>, sensor: SensorOptions = {}, seconds = 10) =>
  measure(motion, { ...idealSensor, ...sensor }, at(seconds), new Random(1, 'noise'));

const component = fc.double({ min: -1, max: 1, noNaN: true });
const rotations = fc
  .tuple(component, component, component, component)
  .filter((q) => Math.hypot(...q) > 0.1) as fc.Arbitrary<Quaternion>;

const standing = steadyMotion({ gait: 'halt', seconds: 10, strideHz: 1 });
const trotting = steadyMotion({
  gait: 'trot',
  seconds: 10,
  strideHz: 1.3,
  pose: {
    heave: [{ order: 2, amplitude: 0.05, phase: 0.5 }],
    roll: [{ order: 1, amplitude: 0.05, phase: 0.1 }],
  },
  lever: [0.1, 0.02, -0.3],
});

test('at rest a sensor reads 1 g, however it is mounted, and does not turn', () => {
  fc.assert(
    fc.property(rotations, (mounting) => {
      const { acceleration: a, angularRate: w } = read(standing, { mounting }, 1);
      assert.ok(Math.abs(Math.hypot(a.x[9], a.y[9], a.z[9]) - 1) < 1e-12);
      assert.deepEqual([w.x[9] + 0, w.y[9] + 0, w.z[9] + 0], [0, 0, 0]);
    }),
  );
});

test('at rest, mounted along the trunk, it reads +1 g along up', () => {
  const { acceleration } = read(standing);
  assert.deepEqual([acceleration.x[0], acceleration.y[0], acceleration.z[0]], [0, 0, 1]);
});

test('a mounting turns what is read and changes nothing else', () => {
  const aligned = read(trotting);
  fc.assert(
    fc.property(rotations, (mounting) => {
      const turned = read(trotting, { mounting });
      const m = matrixOf(mounting);
      for (const i of [3, 77, 512])
        for (const key of ['acceleration', 'angularRate'] as const) {
          const v = [aligned[key].x[i], aligned[key].y[i], aligned[key].z[i]];
          const expected = [0, 1, 2].map((r) => m[3 * r] * v[0] + m[3 * r + 1] * v[1] + m[3 * r + 2] * v[2]);
          const found = [turned[key].x[i], turned[key].y[i], turned[key].z[i]];
          for (const axis of [0, 1, 2]) assert.ok(Math.abs(expected[axis] - found[axis]) < 1e-9);
        }
    }),
  );
});

test('readings stop at the range and come in steps', () => {
  const { acceleration } = read(trotting, { rangeG: 1.5, bits: 8 });
  const step = 1.5 / 128;
  assert.ok(acceleration.z.some((value) => value === 1.5 - step));
  for (const value of acceleration.z) assert.ok(Math.abs(value / step - Math.round(value / step)) < 1e-9);
});

test('offset, scale error and noise are as given', () => {
  const { acceleration, angularRate } = read(standing, {
    offsetG: [0.01, -0.02, 0.03],
    scaleError: [0, 0, 0.02],
    noiseG: 0.01,
    gyroOffsetDps: [1, 2, 3],
    gyroNoiseDps: 0.1,
  });
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b) / values.length;
  const deviation = (values: Float64Array) => Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2)));
  assert.ok(Math.abs(mean(acceleration.x) - 0.01) < 0.001);
  assert.ok(Math.abs(mean(acceleration.z) - 1.05) < 0.001);
  assert.ok(Math.abs(deviation(acceleration.y) - 0.01) < 0.0008);
  assert.ok(Math.abs(mean(angularRate.z) - 3) < 0.01);
  assert.ok(Math.abs(deviation(angularRate.x) - 0.1) < 0.008);
});

test('the force of a trot is its second derivative', () => {
  const plain = steadyMotion({
    gait: 'trot',
    seconds: 10,
    strideHz: 1.3,
    pose: { heave: [{ order: 2, amplitude: 0.05, phase: 0.5 }] },
  });
  const peak = 1 + (0.05 * (2 * Math.PI * 2.6) ** 2) / gravity;
  const highest = Math.max(...read(plain).acceleration.z);
  assert.ok(Math.abs(highest - peak) < 0.01, `${highest} ${peak}`);
});
