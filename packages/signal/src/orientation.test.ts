import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { angles, joined, type Motion, rotated, rotations, simulateBody } from '../testing/body.fixture.ts';
import { upDirection, upDirectionFromAcceleration, type Vector } from './orientation.ts';

const bias: Vector = [1.2, -1.2, 1];
const trot: Motion = {
  seconds: 60,
  sampleRateHz: 100,
  strideHz: 1.35,
  beats: 2,
  pitchDegrees: 3,
  rollDegrees: 6,
  bias,
};
const canter: Motion = { ...trot, strideHz: 1.7, beats: 1, pitchDegrees: 8, rollDegrees: 4 };

for (const [gait, motion] of Object.entries({ trot, canter })) {
  for (const seconds of [10, 60, 400]) {
    for (const sampleRateHz of [50, 100, 200]) {
      test(`up stays within 1 degree over ${seconds} s of ${gait} at ${sampleRateHz} Hz, with a bias of 2 deg/s`, () => {
        for (const phase of [0, 2, 4]) {
          const body = simulateBody({ ...motion, seconds, sampleRateHz, phase });
          const { largest } = angles(upDirection(body), body.up);
          assert.ok(largest < 1, `${largest} degrees`);
        }
      });
    }
  }
}

test('on a circle up stays upright where the accelerometer leans', () => {
  const body = simulateBody({ ...canter, seconds: 120, turnDegreesPerSecond: 30, speed: 4 });
  const leaning = angles(upDirectionFromAcceleration(body.acceleration, 100), body.up);
  assert.ok(leaning.rms > 10, `the accelerometer leans by ${leaning.rms} degrees`);
  const known = angles(upDirection({ ...body, gyroBias: bias }), body.up);
  assert.ok(known.rms < 2, `${known.rms} degrees with the bias known`);
  const unknown = angles(upDirection(body), body.up);
  assert.ok(unknown.rms < 5, `${unknown.rms} degrees with the bias unknown`);
});

test('a straight teaches the bias that circles need', () => {
  const body = joined(
    simulateBody(trot),
    simulateBody({ ...canter, seconds: 120, turnDegreesPerSecond: 25, speed: 5 }),
  );
  const { rms } = angles(upDirection(body), body.up);
  assert.ok(rms < 1.3, `${rms} degrees`);
});

test('turning the sensor on the body turns up with it and changes nothing else', () => {
  const body = simulateBody({ ...canter, seconds: 20, turnDegreesPerSecond: 12, speed: 4 });
  const plain = upDirection(body);
  const fromAcceleration = upDirectionFromAcceleration(body.acceleration, 100);
  fc.assert(
    fc.property(rotations, (rotate) => {
      const acceleration = rotated(body.acceleration, rotate);
      const turned = upDirection({ ...body, acceleration, angularRate: rotated(body.angularRate, rotate) });
      assert.ok(angles(turned, rotated(plain, rotate)).largest < 1e-3);
      const turnedFromAcceleration = upDirectionFromAcceleration(acceleration, 100);
      assert.ok(angles(turnedFromAcceleration, rotated(fromAcceleration, rotate)).largest < 1e-3);
    }),
    { numRuns: 20 },
  );
});

test('a fast tilt that stays is followed without lag', () => {
  const tilt = simulateBody({ ...trot, strideHz: 0, seconds: 30 });
  // A quarter turn about the body's x axis between 14.5 s and 15.5 s: up turns from z to y.
  const up = { x: tilt.up.x.slice(), y: tilt.up.y.slice(), z: tilt.up.z.slice() };
  for (let i = 0; i < up.x.length; i++) {
    const turned = (Math.PI / 2) * Math.min(1, Math.max(0, i / 100 - 14.5));
    [up.x[i], up.y[i], up.z[i]] = [0, Math.sin(turned), Math.cos(turned)];
    tilt.angularRate.x[i] = (i >= 1450 && i <= 1550 ? 90 : 0) + bias[0];
  }
  const { largest } = angles(upDirection({ ...tilt, acceleration: up, gyroBias: bias }), up);
  assert.ok(largest < 1, `${largest} degrees`);
});

test('without a gyroscope a slow tilt is followed and strides average out', () => {
  const body = simulateBody({ ...trot, pitchDegrees: 0, rollDegrees: 0 });
  for (let i = 0; i < body.up.x.length; i++) {
    const tilt = 0.3 * Math.sin((2 * Math.PI * i) / 3000);
    const turn = ({ x, z }: typeof body.up) => {
      [x[i], z[i]] = [
        Math.cos(tilt) * x[i] + Math.sin(tilt) * z[i],
        Math.cos(tilt) * z[i] - Math.sin(tilt) * x[i],
      ];
    };
    turn(body.up);
    turn(body.acceleration);
  }
  const { largest, rms } = angles(upDirectionFromAcceleration(body.acceleration, 100), body.up);
  assert.ok(rms < 0.5, `${rms} degrees`);
  // At the ends, where the mirrored tilt has a kink.
  assert.ok(largest < 2.5, `${largest} degrees`);
});

test('directions have unit length, and there is one per sample', () => {
  for (const seconds of [0, 0.01, 0.02, 0.5]) {
    const body = simulateBody({ ...trot, seconds });
    for (const up of [upDirection(body), upDirectionFromAcceleration(body.acceleration, 100)]) {
      assert.equal(up.x.length, body.up.x.length);
      up.x.forEach((x, i) => {
        assert.ok(Math.abs(Math.hypot(x, up.y[i], up.z[i]) - 1) < 1e-6);
      });
    }
  }
});

test('a dead beginning does not matter', () => {
  const body = simulateBody(trot);
  for (const axis of Object.values(body.acceleration)) axis.fill(0, 0, 600);
  const { largest } = angles(upDirection({ ...body, gyroBias: bias }), body.up);
  assert.ok(largest < 3, `${largest} degrees`);
});

test('without gravity there is no up', () => {
  const body = simulateBody(trot);
  const nothing = { x: new Float32Array(6000), y: new Float32Array(6000), z: new Float32Array(6000) };
  assert.throws(() => upDirection({ ...body, acceleration: nothing }), /no gravity/);
  assert.throws(() => upDirectionFromAcceleration(nothing, 100), /no gravity/);
  assert.throws(
    () => upDirection({ ...body, acceleration: { ...nothing, x: new Float32Array(5) } }),
    /differ in length/,
  );
});
