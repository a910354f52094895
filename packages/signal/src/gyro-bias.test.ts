import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joined, type Motion, rotated, rotations, simulateBody } from '../testing/body.fixture.ts';
import { assertClose } from '../testing/numbers.fixture.ts';
import { gyroBias } from './gyro-bias.ts';
import type { Vector } from './orientation.ts';

const bias: Vector = [-2.2, 2.4, -0.9];
const walk: Motion = {
  seconds: 30,
  sampleRateHz: 100,
  strideHz: 0.8,
  beats: 2,
  pitchDegrees: 3,
  rollDegrees: 3,
  bias,
};
const halt: Motion = { ...walk, strideHz: 0, seconds: 6 };

test('a halt tells the bias', () => {
  const body = joined(simulateBody(walk), simulateBody(halt), simulateBody(walk));
  const found = gyroBias(body.acceleration, body.angularRate, 100);
  assert.ok(found);
  assertClose(found.bias, bias, 0.05);
  assert.ok(found.stillSeconds >= 4.5 && found.stillSeconds <= 6, `${found.stillSeconds} s`);
});

test('a walk is never still, not even a smooth one on a circle', () => {
  const circling = simulateBody({
    ...walk,
    pitchDegrees: 1.5,
    rollDegrees: 1.5,
    turnDegreesPerSecond: 15,
    speed: 1.5,
  });
  for (let i = 0; i < circling.acceleration.z.length; i++) {
    // A twentieth of the bounce: 0.05 g.
    circling.acceleration.z[i] = 1 + (circling.acceleration.z[i] - 1) / 20;
  }
  assert.equal(gyroBias(circling.acceleration, circling.angularRate, 100), null);
});

test('a body that bounces without turning, or turns without bouncing, is not still', () => {
  const [moving, still] = [simulateBody(walk), simulateBody({ ...walk, strideHz: 0 })];
  assert.equal(gyroBias(moving.acceleration, still.angularRate, 100), null);
  assert.equal(gyroBias(still.acceleration, moving.angularRate, 100), null);
});

test('one halt that was a slow turn does not spoil the others', () => {
  const still = simulateBody({ ...halt, seconds: 12 });
  const turning = simulateBody({ ...halt, seconds: 4.5, turnDegreesPerSecond: 20 });
  const body = joined(still, turning, still);
  const found = gyroBias(body.acceleration, body.angularRate, 100);
  assert.ok(found);
  assertClose(found.bias, bias, 0.15);
});

test('the bias turns with the sensor', () => {
  const body = joined(
    simulateBody(halt),
    simulateBody({ ...halt, bias: [-2, 2.6, -1.2] }),
    simulateBody(walk),
  );
  const plain = gyroBias(body.acceleration, body.angularRate, 100)!;
  fc.assert(
    fc.property(rotations, (rotate) => {
      const turned = gyroBias(rotated(body.acceleration, rotate), rotated(body.angularRate, rotate), 100)!;
      assertClose(turned.bias, rotate(plain.bias), 1e-3);
      assert.equal(turned.stillSeconds, plain.stillSeconds);
    }),
    { numRuns: 20 },
  );
});

test('too short a recording tells nothing', () => {
  const body = simulateBody({ ...halt, seconds: 1 });
  assert.equal(gyroBias(body.acceleration, body.angularRate, 100), null);
});
