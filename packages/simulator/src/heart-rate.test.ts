import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Leg, randomRide, simulate, straight } from './index.ts';
import { heartRateTruth } from './truth/heart-rate.ts';

const ride = (legs: readonly Omit<Leg, 'path'>[], heart = {}) =>
  simulate(
    { name: 'test', description: '', legs: legs.map((leg) => ({ ...leg, path: straight })) },
    { sampleRateHz: 2, heart: { resting: 36, rising: 30, falling: 60, ...heart } },
  );

test('after one time constant of steady work, 63 % of the way to its heart rate is done', () => {
  const working = { walk: 70, trot: 110, canter: 150, gallop: 190 };
  const { truth } = ride(
    [
      { gait: 'walk', seconds: 400 },
      { gait: 'canter', seconds: 400 },
      { gait: 'halt', seconds: 400 },
    ],
    { working },
  );
  const bpm = truth.heartRate;
  const [walk, canter, halt] = [350, 750, 1150].map((at) => bpm[at]);
  assert.ok(Math.abs(canter - 150) < 14, `${canter}`);
  assert.ok(Math.abs(bpm[430] - (walk + 0.63 * (canter - walk))) < 8, `${bpm[430]}`);
  assert.ok(Math.abs(bpm[860] - (halt + 0.37 * (canter - halt))) < 8, `${bpm[860]}`);
});

test('a climb and jumps cost beats', () => {
  const mean = (leg: Partial<Leg>) =>
    ride([{ gait: 'canter', seconds: 200, ...leg }]).truth.metrics.heartRate.mean.value!;
  const flat = mean({});
  assert.ok(mean({ slope: 0.06 }) > flat + 10);
  assert.ok(mean({ fences: [40, 50, 60, 70, 80].map((after) => ({ after, heightCm: 80 })) }) > flat + 1);
});

type Part = readonly [bpm: number, seconds: number];

test('recovery runs from 130 down to 64, after more than 30 s above and before 30 s below', () => {
  const series = (...parts: Part[]) =>
    Float64Array.from(parts.flatMap(([bpm, seconds]) => new Array(seconds).fill(bpm)));
  const recovery = (...parts: Part[]) => heartRateTruth(series(...parts)).recovery;
  assert.equal(recovery([140, 31], [100, 50], [60, 30]).value, 50);
  assert.equal(recovery([140, 30], [100, 50], [60, 30]).value, null);
  assert.match(recovery([140, 31], [100, 50], [60, 29], [70, 5]).reason!, /130 bpm/);
  assert.equal(recovery([140, 31], [100, 50], [135, 5], [100, 20], [60, 30]).value, null);
});

test('a beat on the border of two zones belongs to the upper one', () => {
  const { zones } = heartRateTruth(Float64Array.of(109, 110, 129, 130, 149, 150, 151, 179, 180, 181));
  assert.deepEqual(
    Object.values(zones).map(({ value }) => value),
    [1, 2, 2, 3, 2],
  );
});

test('zones of any ride add up to its seconds, and its mean lies below its maximum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const { truth, heartRate } = randomRide(seed, { sampleRateHz: 2 });
      const { mean, max, zones } = truth.metrics.heartRate;
      const seconds = Object.values(zones).reduce((sum, { value }) => sum + value!, 0);
      assert.equal(seconds, truth.heartRate.length);
      assert.ok(mean.value! < max.value! && max.value! < 235 && Math.min(...truth.heartRate) > 28);
      heartRate.time.forEach((time, i) => {
        assert.ok(Math.abs(heartRate.bpm[i] - truth.heartRate[time]) <= 0.56);
      });
    }),
    { numRuns: 8 },
  );
});

test('a belt that loses contact writes nothing then, and the truth does not change', () => {
  const good = simulate('lesson', { sampleRateHz: 2, sensor: { beltOutagesPerHour: 0 } });
  const bad = simulate('lesson', { sampleRateHz: 2, sensor: { beltOutagesPerHour: 60 } });
  assert.equal(good.heartRate.time.length, good.truth.heartRate.length);
  assert.ok(bad.heartRate.time.length < 0.9 * good.heartRate.time.length);
  assert.deepEqual(bad.truth, good.truth);
});
