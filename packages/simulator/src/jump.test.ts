import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawMotion } from './draw-motion.ts';
import { gravity } from './gravity.ts';
import {
  arena,
  idealSensor,
  type Leg,
  randomJumpingRide,
  type Scenario,
  simulate,
  straight,
} from './index.ts';
import { flightTime } from './jump.ts';
import { MotionReader } from './motion-reader.ts';

const canter = (leg: Partial<Leg>): Scenario => ({
  name: 'test',
  description: '',
  legs: [{ gait: 'canter', seconds: 30, path: straight, ...leg }],
});

test('a higher fence needs a longer flight, from 0.3 s over cross-rails to 0.7 s over 1.40 m', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 139 }), (height) => {
      assert.ok(flightTime(height + 1) > flightTime(height));
    }),
  );
  assert.ok(Math.abs(flightTime(40) - 0.3) < 0.03, `${flightTime(40)}`);
  assert.ok(Math.abs(flightTime(140) - 0.67) < 0.05, `${flightTime(140)}`);
});

test('in flight the horse rises and falls g T^2 / 8 between take-off and landing', () => {
  for (const heightCm of [40, 80, 140])
    for (const seed of [1, 2, 3]) {
      const scenario = canter({ fences: [{ after: 12, heightCm }] });
      const { motion } = drawMotion(scenario, {}, seed);
      const [{ takeOff, landing }] = motion.course.jumps;
      const heave = motion.episodes.heave.reader();
      const top = heave.moveTo((takeOff + landing) / 2).value;
      const rise = top - heave.moveTo(takeOff).value;
      assert.ok(Math.abs(rise - (gravity * (landing - takeOff) ** 2) / 8) < 1e-9, `${rise}`);
      assert.ok(heave.value > 0.05, 'the trunk is up when the hind hooves leave the ground');
    }
});

test('the sensor is nearly weightless in flight and is pressed with more than 2 g at landing', () => {
  for (const heightCm of [50, 100, 140])
    for (const seed of [1, 2, 3, 4]) {
      const { time, acceleration, truth } = simulate(canter({ fences: [{ after: 12, heightCm }] }), {
        seed,
        sensor: idealSensor,
      });
      const [{ takeOff, landing }] = truth.jumps;
      const norms = (from: number, to: number) =>
        [...time.keys()]
          .filter((i) => time[i] >= from && time[i] < to)
          .map((i) => Math.hypot(acceleration.x[i], acceleration.y[i], acceleration.z[i]));
      const flying = norms(takeOff + 0.02, landing - 0.02);
      assert.ok(flying.reduce((a, b) => a + b) / flying.length < 0.4, `${heightCm} ${seed}`);
      assert.ok(Math.max(...norms(landing, landing + 0.35)) > 2, `${heightCm} ${seed}`);
      assert.ok(Math.max(...norms(takeOff - 0.4, takeOff)) > 1.6, `${heightCm} ${seed}`);
    }
});

test('the nose goes up before the take-off and comes down in flight, by 60 deg/s and more', () => {
  for (const seed of [1, 2, 3, 4]) {
    const { motion } = drawMotion(canter({ fences: [{ after: 12, heightCm: 90 }] }), {}, seed);
    const reader = new MotionReader(motion);
    const [{ takeOff, landing }] = motion.course.jumps;
    const pitchAt = (time: number) => reader.moveTo(time).attitude.pitch;
    const swing = (pitchAt(landing) - pitchAt(takeOff)) / (landing - takeOff);
    assert.ok(pitchAt(takeOff) < 0 && pitchAt(landing) > 0);
    assert.ok(swing > Math.PI / 3, `${swing}`);
  }
});

test('the line to a fence and over it is straight, though the path bends everywhere', () => {
  const { motion } = drawMotion(
    canter({
      path: arena('left', 30, 20, 8),
      fences: [
        { after: 9, heightCm: 60 },
        { strides: 1, heightCm: 60 },
      ],
    }),
    {},
    1,
  );
  const heading = motion.course.headingRate.reader();
  for (const { start, end } of motion.course.jumps)
    for (let t = start; t < end; t += 0.05) assert.ok(Math.abs(heading.moveTo(t).value) < 0.02);
});

test('combinations are the fences with one or two strides between, each no jump too many', () => {
  const { truth } = simulate('jumping-lesson', { sampleRateHz: 25 });
  assert.equal(truth.jumps.length, 30);
  assert.deepEqual(
    truth.combinations.map(({ strides }) => strides),
    [[2], [1, 2], [2], [1, 2]],
  );
  assert.equal(truth.metrics.jumps.count.value, truth.jumps.length);
});

test('bucks, stumbles and spooks are felt and are no jumps', () => {
  const legs = canter({}).legs;
  const calm = { name: 'calm', description: '', legs };
  for (const kind of ['bucks', 'stumble', 'spook'] as const) {
    const upset = canter({ incidents: [{ kind, after: 12 }] });
    const options = { sensor: idealSensor };
    const { acceleration: a, truth, time } = simulate(upset, options);
    const { acceleration: b } = simulate(calm, options);
    assert.deepEqual([truth.jumps, truth.metrics.jumps.count.value], [[], 0]);
    const change = time.map((_, i) => Math.abs(a.z[i] - b.z[i]));
    assert.ok(Math.max(...change.subarray(1200, 1400)) > 0.3, kind);
    assert.ok(Math.max(...change.subarray(0, 1100)) < 1e-9, kind);
  }
});

test('any ride over fences drawn at random has its jumps in canter or trot, in order, apart, as long as their height', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const { truth, acceleration, time } = randomJumpingRide(seed, { sampleRateHz: 25 });
      let end = 0;
      for (const { at, takeOff, landing, heightCm } of truth.jumps) {
        assert.ok(takeOff > end);
        end = landing;
        assert.ok(Math.abs(at - (takeOff + landing) / 2) < 0.002);
        assert.ok(landing - takeOff > 0.24 && landing - takeOff < 0.75);
        assert.ok(Math.abs((landing - takeOff) / flightTime(heightCm) - 1) < 0.06);
        const { gait } = truth.segments.find(({ from, to }) => from <= takeOff && to >= landing)!;
        assert.ok(gait === 'canter' || gait === 'trot');
      }
      const { elevation } = truth.metrics.gaits.canter;
      assert.ok(elevation.value! > 11 && elevation.value! < 36);
      for (const axis of [acceleration.x, acceleration.y, acceleration.z])
        assert.ok(axis.every((value) => Math.abs(value) < 12));
      assert.equal(time.at(-1), truth.recording.durationSeconds);
    }),
    { numRuns: 12 },
  );
});

test('elevation is that of the canter, whether fences are jumped in it or not', () => {
  const flat = simulate(canter({ seconds: 60 }), { sampleRateHz: 5 }).truth.metrics.gaits.canter;
  const fences = [12, 24, 36].map((after) => ({ after, heightCm: 120 }));
  const jumped = simulate(canter({ seconds: 60, fences }), { sampleRateHz: 5 }).truth.metrics.gaits.canter;
  assert.ok(Math.abs(flat.elevation.value! / jumped.elevation.value! - 1) < 0.05);
  assert.ok(flat.elevation.n === flat.cadence.n && jumped.elevation.n! < jumped.cadence.n!);
});

test('a fence that cannot be jumped is refused with the reason', () => {
  assert.throws(() => simulate(canter({ fences: [{ after: 12, heightCm: 400 }] })), /A fence of 400 cm/);
  assert.throws(() => simulate(canter({ fences: [{ after: 1, heightCm: 90 }] })), /comes too early/);
  assert.throws(() => simulate(canter({ fences: [{ after: 29, heightCm: 90 }] })), /before its last fence/);
  assert.throws(
    () => simulate(canter({ fences: [{ strides: 1, heightCm: 90 }] })),
    /cannot be counted in strides/,
  );
});
