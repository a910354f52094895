import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  idealSensor,
  type Ride,
  randomJumpingRide,
  type Scenario,
  simulate,
  straight,
} from '@piaffe/simulator';
import type { SessionResult } from '../contract.ts';
import { aggregateRide, aggregateText, editedCsv } from '../testing/simulated.fixture.ts';

const fresh = simulate('jumping-with-bucks', { seed: 11, sampleRateHz: 50 });
const found = await aggregateRide(fresh);

/** How many jumps were found, missed, and found where there was none. */
function score({ jumps }: SessionResult, { truth }: Ride) {
  const isNear = (a: { at: number }, b: { at: number }) => Math.abs(a.at - b.at) < 0.3;
  const right = truth.jumps.filter((jump) => jumps.some((each) => isNear(each, jump))).length;
  return { right, missed: truth.jumps.length - right, wrong: jumps.length - right };
}

test('every jump of two courses is found, and no buck, stumble or spook is one', () => {
  assert.equal(fresh.truth.jumps.length, 18);
  assert.deepEqual(score(found, fresh), { right: 18, missed: 0, wrong: 0 });
  assert.equal(found.metrics.jumps.count.value, 18);
});

test('take-off and landing are timed to five hundredths of a second', () => {
  for (const [i, { takeOff, landing }] of fresh.truth.jumps.entries()) {
    assert.ok(Math.abs(found.jumps[i].takeOff! - takeOff) < 0.05, `take-off ${i}`);
    assert.ok(Math.abs(found.jumps[i].landing! - landing) < 0.05, `landing ${i}`);
    assert.ok(found.jumps[i].confidence > 0.9);
  }
});

test('a double and a treble are combinations, and a fence alone is none', () => {
  const sizes = fresh.truth.combinations.map(({ from, jumps }) => {
    const first = found.jumps.find(({ at }) => Math.abs(at - from) < 0.3)!;
    assert.notEqual(first.combination, null);
    return [found.jumps.filter(({ combination }) => combination === first.combination).length, jumps];
  });
  assert.deepEqual(sizes, [
    [2, 2],
    [3, 3],
    [2, 2],
    [3, 3],
  ]);
  assert.equal(found.jumps.filter(({ combination }) => combination === null).length, 8);
});

test('the fences of a course do not break up its canter', () => {
  const canters = found.segments.filter(({ gait }) => gait === 'canter');
  assert.equal(canters.length, fresh.truth.segments.filter(({ gait }) => gait === 'canter').length);
  assert.equal(found.metrics.gaits.unknown.time.value, 0);
});

test('strides around a jump are left out of elevation, which is that of the canter', () => {
  const truth = fresh.truth.metrics.gaits.canter.elevation.value!;
  assert.ok(Math.abs(found.metrics.gaits.canter.elevation.value! - truth) < 0.04 * truth);
});

test('jumps are found without a gyroscope too, and at 25 samples a second', async () => {
  const ride = randomJumpingRide(10);
  const { missed, wrong } = score(await aggregateText(editedCsv(ride, { columns: 4 })), ride);
  assert.deepEqual({ missed, wrong }, { missed: 0, wrong: 0 });
});

test('without gravity in the file jumps are not looked for, and the count says why', async () => {
  const level = simulate('trot-in-hand', { sampleRateHz: 50, sensor: idealSensor, mounting: [1, 0, 0, 0] });
  const { x, y, z } = level.acceleration;
  const rows = Array.from(level.time, (time, i) => `${time},${x[i]},${y[i]},${z[i] - 1}`);
  const { jumps, metrics } = await aggregateText(`t_s,ax_g,ay_g,az_g\n${rows.join('\n')}`);
  assert.deepEqual(jumps, []);
  assert.equal(metrics.jumps.count.value, null);
  assert.match(metrics.jumps.count.reason!, /needs gravity/);
});

const standing: Scenario = {
  name: 'standing',
  description: 'a halt and a walk',
  legs: [
    { gait: 'halt', seconds: 40, path: straight },
    { gait: 'walk', seconds: 40, path: straight },
  ],
};

test('a sensor that is dropped while nobody trots makes no jump', async () => {
  const ride = simulate(standing, { sampleRateHz: 100 });
  const [head, ...rows] = editedCsv(ride, {}).split('\n');
  const dropped = rows.map((row) => {
    const [t, ...values] = row.split(',');
    const time = Number(t);
    if (time > 20 && time < 20.45) return [t, ...values.map((_, i) => (i < 3 ? '0.01' : '40'))].join(',');
    if (time >= 20.45 && time < 20.5) return [t, ...values.map((_, i) => (i < 3 ? '2.2' : '0'))].join(',');
    return row;
  });
  const { jumps, metrics } = await aggregateText([head, ...dropped].join('\n'));
  assert.deepEqual(jumps, []);
  assert.equal(metrics.jumps.count.value, 0);
});
