import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Scenario, simulate, straight, toCsv, toGpx, toSensorLoggerZip } from '@piaffe/simulator';
import { aggregateFiles, type TextFile } from './testing/simulated.fixture.ts';

const scenario: Scenario = {
  name: 'a short hack',
  description: 'with a watch and a phone',
  legs: [
    { gait: 'halt', seconds: 30, path: straight },
    { gait: 'walk', seconds: 90, path: straight },
    { gait: 'trot', seconds: 90, path: straight },
  ],
};
const ride = simulate(scenario, {
  seed: 2,
  sampleRateHz: 50,
  sensor: { beltOutagesPerHour: 0, positionOutagesPerHour: 0 },
});
const motion: TextFile = { text: [...toCsv(ride)].join(''), startedAt: ride.startedAt };
const track: TextFile = { text: toGpx(ride), role: 'companion' };
const both = await aggregateFiles([motion, track]);
const truth = ride.truth.metrics;

test('heart rate and position of another device are laid on the ride by the times of day', () => {
  const { metrics, inputs, recording } = both.result;
  near(metrics.heartRate.mean.value, truth.heartRate.mean.value, 1);
  near(metrics.position.gaits.trot.speed.value, truth.position.gaits.trot.speed.value, 8);
  assert.deepEqual(
    inputs.map(({ format, role }) => [format, role]),
    [
      ['csv', 'motion'],
      ['gpx', 'companion'],
    ],
  );
  assert.equal(recording.format, 'csv');
  assert.equal(recording.sha256, inputs[0].sha256);
  assert.deepEqual(recording.channels.slice(-2), ['heartRate', 'position']);
});

test('the charts get heart rate, speed, altitude and the track, a value a second', () => {
  const names = both.series.columns.map(({ name }) => name);
  assert.deepEqual(names.slice(4), ['heartRate', 'speed', 'altitude', 'east', 'north']);
  for (const { values } of both.series.columns) assert.equal(values.length, both.series.time.length);
  const speed = both.series.columns.find(({ name }) => name === 'speed')!.values;
  assert.equal(speed[15], 0);
  assert.ok(speed[170]! > 150);
});

test('what the movement says is the same with companions and without', async () => {
  const alone = (await aggregateFiles([motion])).result;
  for (const key of ['segments', 'reins', 'transitions', 'jumps', 'symmetryPhases'] as const)
    assert.deepEqual(both.result[key], alone[key]);
  assert.deepEqual(both.result.metrics.gaits, alone.metrics.gaits);
  assert.equal(alone.metrics.heartRate.mean.reason, 'no heart rate in the recording');
});

test('a companion given first, or with a ride in two files, finds its place all the same', async () => {
  const { result } = await aggregateFiles([track, motion]);
  assert.deepEqual(result.metrics.heartRate, both.result.metrics.heartRate);
});

test('a trim cuts heart rate and position too', async () => {
  const { result, series } = await aggregateFiles([motion, track], { trim: { from: 130, to: 200 } });
  near(result.metrics.position.distance.value, (truth.position.gaits.trot.speed.value! * 70) / 60, 12);
  assert.equal(series.columns[4].values.length, series.time.length);
  const bpm = both.series.columns[4].values;
  assert.equal(series.columns[4].values[10], bpm[140]);
});

test('one zip with motion, heart rate and position gives all of it', async () => {
  const { result } = await aggregateFiles([{ text: await toSensorLoggerZip(ride) }]);
  near(result.metrics.heartRate.mean.value, truth.heartRate.mean.value, 1);
  near(result.metrics.position.distance.value, truth.position.distance.value, 12);
  assert.deepEqual(
    result.inputs.map(({ role }) => role),
    ['motion'],
  );
});

test('a track alone is analysed for what it holds, and every other number says why it is missing', async () => {
  const { result, series } = await aggregateFiles([{ text: toGpx(ride) }]);
  assert.deepEqual(result.segments, [{ gait: 'unknown', from: 0, to: result.recording.durationSeconds }]);
  near(result.metrics.position.distance.value, truth.position.distance.value, 15);
  near(result.metrics.heartRate.max.value, truth.heartRate.max.value, 1);
  assert.equal(result.metrics.gaits.trot.cadence.reason, 'no acceleration in the recording');
  assert.equal(result.metrics.position.gaits.trot.speed.reason, 'no acceleration in the recording');
  assert.equal(result.metrics.jumps.count.value, null);
  assert.ok(series.columns[0].values.every((value) => value === null));
});

test('a companion of another day, without a start or with nothing to add is left out, and a note says why', async () => {
  const leftOut = async (files: readonly TextFile[], sentence: RegExp) => {
    const { result } = await aggregateFiles(files);
    assert.match(result.quality.notes[0]!, sentence);
    assert.equal(result.inputs.length, 2, 'it is named among what was read');
    assert.equal(result.metrics.heartRate.mean.reason, 'no heart rate in the recording');
    assert.ok(result.metrics.gaits.trot.cadence.value);
  };
  const nextDay = new Date(Date.parse(ride.startedAt) + 86_400_000).toISOString();
  await leftOut(
    [{ ...motion, startedAt: nextDay }, track],
    /Recording 2 ends before the ride begins, by about 23\.9 hours/,
  );
  await leftOut([{ text: motion.text }, track], /Recording 1 of 2 does not say when it began/);
  await leftOut(
    [motion, { ...motion, text: `${motion.text}\n`, role: 'companion' }],
    /neither heart rate nor position/,
  );
});

function near(value: number | null, other: number | null, tolerance: number): void {
  assert.ok(value !== null && other !== null, `${value} and ${other}`);
  assert.ok(Math.abs(value - other) <= tolerance, `${value} and ${other}`);
}
