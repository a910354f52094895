import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeMotion } from '../testing/decode-motion.fixture.ts';

const folder =
  process.env.PIAFFE_REAL_DATA ?? fileURLToPath(new URL('../../../../shared/data/horse', import.meta.url));
const skip = existsSync(folder) ? false : `no recordings of a real horse at ${folder} (PIAFFE_REAL_DATA)`;
const decode = (name: string) => decodeMotion(createReadStream(`${folder}/${name}`));

test('the same ride as CSV and as raw counts is the same motion', { skip }, async () => {
  const [csv, counts] = [await decode('lunge-left.csv'), await decode('lunge-left-raw-counts.dat')];
  assert.equal(counts.format, 'mpu-raw-counts');
  assert.ok(counts.time.length > 20_000);
  for (let i = 0; i < counts.time.length; i++) {
    assert.ok(Math.abs(csv.time[i]! - counts.time[i]!) < 1e-9, `time of sample ${i}`);
    for (const axis of ['x', 'y', 'z'] as const) {
      const acceleration = Math.abs(csv.acceleration[axis][i]! - counts.acceleration[axis][i]!);
      assert.ok(acceleration < 1e-5, `acceleration ${axis} of sample ${i} differs by ${acceleration} g`);
      const rate = Math.abs(csv.angularRate![axis][i]! - counts.angularRate![axis][i]!);
      assert.ok(rate < 1e-3, `angular rate ${axis} of sample ${i} differs by ${rate} deg/s`);
    }
  }
});

test('the lunged horse is clipped at 2 g and has gaps in the first 50 s', { skip }, async () => {
  const { clippedAt, quality, time, acceleration } = await decode('lunge-left.csv');
  assert.ok(Math.abs(clippedAt! - 2) < 0.001);
  assert.ok(quality.gaps.length >= 4 && quality.gaps.every((gap) => gap.to < 51));
  assert.ok(Math.abs(Math.max(...quality.gaps.map((gap) => gap.to - gap.from)) - 1.9) < 0.05);
  for (const [from, to] of [
    [62, 122],
    [124, 160],
  ] as const) {
    let samples = 0;
    let clipped = 0;
    for (const [i, t] of time.entries()) {
      if (t < from || t > to) continue;
      samples++;
      const { x, y, z } = acceleration;
      if ([x[i]!, y[i]!, z[i]!].some((value) => Math.abs(value) >= clippedAt! * 0.9995)) clipped++;
    }
    assert.ok(clipped / samples > 0.14 && clipped / samples < 0.25, `${clipped / samples} from ${from} s`);
  }
});

test('the phone has no gravity, and its measured rate is 58.8 Hz', { skip }, async () => {
  for (const gait of ['walk', 'trot', 'canter']) {
    const recording = await decode(`phone-${gait}.csv`);
    assert.equal(recording.gravityIncluded, false, gait);
    assert.equal(recording.angularRate, null);
    assert.ok(Math.abs(recording.sampleRateHz - 58.8) < 0.2);
  }
});

test('the units of the real files are found without their header', { skip }, async () => {
  async function* withoutHeader(name: string): AsyncGenerator<Uint8Array> {
    let first = true;
    for await (const chunk of createReadStream(`${folder}/${name}`)) {
      yield first ? chunk.subarray(chunk.indexOf(10) + 1) : chunk;
      first = false;
    }
  }
  for (const name of [
    'lunge-left.csv',
    'led-walk.csv',
    'phone-trot.csv',
    'phone-canter.csv',
    'phone-walk.csv',
  ]) {
    const [named, unnamed] = [await decode(name), await decodeMotion(withoutHeader(name))];
    const { x, y, z } = named.acceleration;
    for (const [i, axis] of [x, y, z].entries()) {
      const found = [unnamed.acceleration.x, unnamed.acceleration.y, unnamed.acceleration.z][i]!;
      assert.ok(
        found.every((value, at) => value === axis[at]),
        `${name}, axis ${i}`,
      );
    }
    assert.equal(unnamed.angularRate?.x[100], named.angularRate?.x[100], name);
    assert.equal(unnamed.gravityIncluded, named.gravityIncluded);
  }
});

test('no sample of the real files is taken for a fault', { skip }, async () => {
  for (const name of [
    'lunge-left.csv',
    'led-walk.csv',
    'phone-trot.csv',
    'phone-canter.csv',
    'phone-walk.csv',
  ]) {
    assert.equal((await decode(name)).quality.nanCount, 0, name);
  }
});
