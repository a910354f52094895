import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoStable, toGpx, toTcx } from '@piaffe/simulator';
import { streamOf } from '../testing/ride.fixture.ts';
import { decodeRecording } from './index.ts';

const stable = demoStable({ now: new Date('2026-11-23T12:00:00Z'), language: 'en' });
const hack = stable.horses.flatMap(({ rides }) => rides).find(({ kind }) => kind === 'hack')!;

test('a simulated hack is read as it was ridden, whether as an export of Sensor Logger or as a track', async () => {
  const ride = hack.simulate();
  const { bytes } = await hack.write();
  const whole = await decodeRecording(streamOf(bytes));
  assert.equal(whole.format, 'sensor-logger-zip');
  assert.equal(Date.parse(whole.startedAt!), Date.parse(hack.startedAt));
  assert.equal(whole.motion!.gravityIncluded, true);
  assert.ok(whole.motion!.angularRate);
  assert.ok(whole.quality.usableShare > 0.99);
  const { heartRate, position } = ride;
  for (const recording of [
    whole,
    await decodeRecording(streamOf(toGpx(ride))),
    await decodeRecording(streamOf(toTcx(ride))),
  ]) {
    const zero = (Date.parse(recording.startedAt!) - Date.parse(hack.startedAt)) / 1000;
    const places = recording.position!;
    assert.equal(places.time.length, position!.time.length, recording.format);
    for (const [i, at] of position!.time.entries()) {
      assert.ok(Math.abs(places.time[i]! + zero - at) < 2e-3);
      assert.ok(Math.abs(places.latitude[i]! - position!.latitude[i]!) < 1e-6);
      assert.ok(Math.abs(places.longitude[i]! - position!.longitude[i]!) < 1e-6);
      assert.ok(Math.abs(places.altitude[i]! - position!.altitude[i]!) < 0.1);
    }
    const beats = new Map(
      [...recording.heartRate!.time].map((at, i) => [Math.round(at + zero), recording.heartRate!.bpm[i]!]),
    );
    for (const [i, at] of heartRate!.time.entries()) {
      const bpm = beats.get(Math.round(at));
      if (bpm !== undefined) assert.ok(Math.abs(bpm - heartRate!.bpm[i]!) <= 0.5);
    }
    assert.ok(beats.size > 0.8 * heartRate!.time.length, `${recording.format}: ${beats.size} beats`);
  }
});
