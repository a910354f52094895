import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beatsOf } from '../heart-rate/beats.ts';
import { recoveries } from '../heart-rate/recovery.ts';
import { heartRate } from './heart-rate.ts';

/** One sample a second. */
function ridden(bpm: readonly number[], keep: (at: number) => boolean = () => true) {
  const times = bpm.map((_, at) => at).filter(keep);
  const signal = {
    time: Float64Array.from(times),
    bpm: Float32Array.from(times, (at) => bpm[at]),
  };
  return beatsOf(signal, bpm.length);
}
const steady = (bpm: number, seconds: number) => Array<number>(seconds).fill(bpm);
const down = (from: number, to: number) => Array.from({ length: from - to }, (_, i) => from - i);

test('mean, highest and the time in each zone', () => {
  const each = [100, 110, 129, 130, 149, 150, 179, 180].flatMap((bpm) => steady(bpm, 60));
  const metrics = heartRate(ridden(each));
  assert.equal(metrics.mean.value, (100 + 110 + 129 + 130 + 149 + 150 + 179 + 180) / 8 + 0.025);
  assert.equal(metrics.max.value, 180);
  assert.deepEqual(
    Object.values(metrics.zones).map(({ value }) => value),
    [60, 120, 120, 120, 60],
  );
  assert.equal(metrics.mean.quality, 'good');
});

test('a gap is left open: its seconds are in no zone, and the quality says what is covered', () => {
  const metrics = heartRate(ridden(steady(120, 200), (at) => at < 40 || at >= 120));
  assert.equal(metrics.zones.z2.value, 120);
  assert.equal(metrics.mean.quality, 'fair');
  assert.match(metrics.mean.reason!, /60 % of the ride only/);
});

test('a watch that writes every five seconds leaves no gap', () => {
  const metrics = heartRate(ridden(steady(90, 200), (at) => at % 5 === 0));
  assert.equal(metrics.zones.z1.value, 196);
  assert.equal(metrics.mean.quality, 'good');
});

test('what no heart does is left out and counted: 0, 255 and leaps of the belt', () => {
  const bpm = steady(100, 100);
  bpm[20] = 0;
  bpm[40] = 255;
  bpm[60] = 190;
  const beats = ridden(bpm);
  assert.equal(beats.leftOut, 3);
  assert.equal(heartRate(beats).max.value, 100);
  assert.equal(heartRate(beats).mean.value, 100);
});

test('a quick rise is the heart of a horse that was frightened', () => {
  const beats = ridden([...steady(60, 60), 75, 95, 115, 135, ...steady(150, 60)]);
  assert.equal(beats.leftOut, 0);
});

test('recovery is the time from 130 to 64, after more than 30 s above and before 30 s below', () => {
  const course = [...steady(150, 40), ...down(150, 60), ...steady(60, 30)];
  assert.deepEqual(recoveries(Float64Array.from(course)).seconds, [66]);
  assert.equal(heartRate(ridden(course)).recovery.value, 66);
});

test('there is no recovery after a short effort, to a short rest, or over a gap at 130', () => {
  const none = (course: readonly number[]) =>
    assert.deepEqual(recoveries(Float64Array.from(course)).seconds, []);
  none([...steady(150, 5), ...down(150, 60), ...steady(60, 40)]);
  none([...steady(150, 40), ...down(150, 60), ...steady(60, 20), ...steady(80, 40)]);
  none([...steady(150, 40), ...steady(NaN, 20), ...down(120, 60), ...steady(60, 40)]);
  const metrics = heartRate(ridden([...steady(100, 60)]));
  assert.match(metrics.recovery.reason!, /never above 130 bpm/);
});

test('a recovery that a gap hides an end of has no time, and says so', () => {
  const course = [...steady(150, 40), ...down(150, 60), ...steady(60, 90)];
  const hidden = (from: number, to: number) => ridden(course, (at) => at < from || at > to);
  for (const [from, to] of [
    [50, 70],
    [110, 150],
    [50, 150],
  ]) {
    const { recovery } = heartRate(hidden(from, to));
    assert.equal(recovery.value, null, `${from}-${to} s`);
    assert.equal(recovery.reason, 'a gap hides when it was at 130 bpm or at 64 bpm on the way down');
  }
  assert.equal(heartRate(hidden(75, 95)).recovery.value, 66);
});

test('of two recoveries the one that was recorded counts', () => {
  const once = [...steady(150, 40), ...down(150, 60), ...steady(60, 60)];
  const { recovery } = heartRate(ridden([...once, ...once], (at) => at < 110 || at > 130));
  assert.deepEqual([recovery.value, recovery.n], [66, 1]);
});

test('seconds of a heart rate are never good', () => {
  const { mean } = heartRate(ridden([100, 101]));
  assert.deepEqual([mean.value, mean.quality], [100.5, 'poor']);
  assert.match(mean.reason!, /less than half a minute/);
});

test('a belt that wrote nothing a heart can do gives no number, and says so', () => {
  const metrics = heartRate(ridden(steady(0, 60)));
  assert.equal(metrics.mean.value, null);
  assert.equal(metrics.zones.z1.reason, 'no usable heart rate in the recording');
});

test('whatever a belt writes, zones hold the seconds that are covered, and the mean lies within', () => {
  const sample = fc.record({
    step: fc.double({ min: 0.1, max: 30, noNaN: true }),
    bpm: fc.integer({ min: -10, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 60 }), (samples) => {
      let at = -20;
      const time = Float64Array.from(samples, ({ step }) => (at += step));
      const beats = beatsOf({ time, bpm: Float32Array.from(samples, ({ bpm }) => bpm) }, 300);
      const metrics = heartRate(beats);
      const covered = beats.bpm.filter((bpm) => !Number.isNaN(bpm)).length;
      const inZones = Object.values(metrics.zones).reduce((sum, { value }) => sum + (value ?? 0), 0);
      assert.equal(inZones, covered);
      if (metrics.mean.value !== null) assert.ok(metrics.mean.value >= 20 && metrics.mean.value <= 250);
    }),
  );
});
