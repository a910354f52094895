import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutRecording } from './cut.ts';
import type { Recording, RecordingWithMotion } from './recording.ts';

/** Ten samples a second for a minute; the x axis tells the time, and from 40 s on it is at the end of its range of 2 g. */
function minute(keep: (time: number) => boolean = () => true): RecordingWithMotion {
  const time = Float64Array.from({ length: 601 }, (_, i) => i / 10).filter(keep);
  const axis = (value: (at: number) => number) => Float32Array.from(time, value);
  return {
    format: 'csv',
    startedAt: '2026-05-01T10:30:00Z',
    durationSeconds: time.at(-1)!,
    heartRate: null,
    position: null,
    motion: {
      time,
      acceleration: { x: axis((at) => Math.min(2, at / 20)), y: axis(() => 0), z: axis(() => 1) },
      angularRate: null,
      angularRateGuessed: false,
      gravityIncluded: true,
      sampleRateHz: 10,
      clippedAt: 2,
    },
    quality: {
      gaps: [],
      saturatedShare: 1 / 3,
      nonMonotonicCount: 1,
      duplicateCount: 2,
      nanCount: 3,
      usableShare: 1,
      notes: ['a note'],
    },
  };
}

test('a cut holds the samples of its span, both ends included, and its time begins at the first', () => {
  const { recording, at } = cutRecording(minute(), { from: 9.95, to: 30 })!;
  assert.equal(at, 10);
  assert.equal(recording.motion.time.length, 201);
  assert.equal(recording.motion.time[0], 0);
  assert.ok(Math.abs(recording.motion.time[200] - 20) < 1e-9);
  assert.equal(recording.motion.acceleration.x[0], 0.5);
  assert.equal(recording.motion.acceleration.x.length, 201);
  assert.equal(recording.motion.angularRate, null);
});

test('coverage and saturation are those of the part', () => {
  const whole = minute((time) => time < 20 || time > 25);
  const before = cutRecording(whole, { from: 0, to: 15 })!.recording;
  assert.deepEqual(before.quality.gaps, []);
  assert.equal(before.quality.usableShare, 1);
  assert.equal(before.quality.saturatedShare, 0);
  const after = cutRecording(whole, { from: 40, to: 60 })!.recording;
  assert.ok(after.quality.saturatedShare > 0.95);
  assert.equal(after.motion.clippedAt, 2);
  const around = cutRecording(whole, { from: 15, to: 30 })!.recording;
  assert.ok(Math.abs(around.quality.gaps[0]!.from - 4.9) < 1e-9);
});

test('less than a recording may have is none', () => {
  const whole = minute((time) => time < 20 || time > 25);
  for (const span of [
    { from: 20.5, to: 24 },
    { from: 10, to: 11 },
    { from: 61, to: 90 },
    { from: 59.95, to: 70 },
  ])
    assert.equal(cutRecording(whole, span), null, JSON.stringify(span));
});

const everySecond = (seconds: number) => Float64Array.from({ length: seconds + 1 }, (_, i) => i);
const beats = (seconds: number) => ({
  time: everySecond(seconds),
  bpm: Float32Array.from(everySecond(seconds), (at) => 60 + at),
});

test('heart rate and position are cut with the motion, and their time begins with it', () => {
  const whole = { ...minute(), heartRate: beats(60) };
  const { recording, at } = cutRecording(whole, { from: 9.95, to: 30 })!;
  assert.equal(at, 10);
  assert.deepEqual([...recording.heartRate!.time], [...everySecond(20)]);
  assert.equal(recording.heartRate!.bpm[0], 70);
});

test('without motion the part begins with the first sample that is left', () => {
  const whole: Recording = { ...minute(), motion: null, heartRate: beats(60) };
  const { recording, at } = cutRecording(whole, { from: 9.95, to: 30 })!;
  assert.equal(at, 10);
  assert.equal(recording.durationSeconds, 20);
  assert.equal(recording.position, null);
  assert.equal(cutRecording(whole, { from: 70, to: 90 }), null);
});
