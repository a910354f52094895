import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomRide, simulate } from '@piaffe/simulator';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { makeMotion, rideCsv, streamOf } from '../../testing/ride.fixture.ts';
import { leaveOutSpikes, SPIKE_DEGREES_PER_SECOND, SPIKE_G } from './spikes.ts';

/** A ride at 100 Hz with other cells in some lines, and without the lines between two. */
function spiked(
  spikes: readonly { line: number; column: number; value: string }[],
  without = [0, 0],
): string {
  const lines = rideCsv({ seconds: 20 }).split('\n');
  for (const { line, column, value } of spikes) {
    lines[line - 1] = lines[line - 1]!.split(',').toSpliced(column, 1, value).join(',');
  }
  lines.splice(without[0]! - 1, without[1]! - without[0]!);
  return lines.join('\n');
}
const decode = (text: string) => decodeMotion(streamOf(text));
const peak = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

test('single samples that jump away and back are left out, counted and told with the first line', async () => {
  const recording = await decode(
    spiked([
      { line: 500, column: 3, value: '443' },
      { line: 700, column: 1, value: '-61.2' },
      { line: 900, column: 6, value: '2600' },
    ]),
  );
  assert.equal(recording.quality.nanCount, 3);
  assert.equal(recording.time.length, 1997);
  assert.ok(peak(recording.acceleration.z) < 2 && peak(recording.acceleration.x) < 2);
  assert.ok(peak(recording.angularRate!.z) < 100);
  assert.match(
    recording.quality.notes.join(' '),
    /3 rows whose .* jumps away for that one sample .*\(the first at line 500\) left out/,
  );
});

test('a jump in the row before or after a gap, or in the first or last one, is left out', async () => {
  for (const line of [2, 499, 540, 2001]) {
    const recording = await decode(spiked([{ line, column: 2, value: '443' }], [500, 540]));
    assert.equal(recording.quality.nanCount, 1, `line ${line}`);
    assert.equal(recording.time[0], 0);
    assert.ok(peak(recording.acceleration.y) < 2);
  }
});

test('what two samples agree on is no spike', async () => {
  const recording = await decode(
    spiked([
      { line: 500, column: 3, value: '70' },
      { line: 501, column: 3, value: '72' },
    ]),
  );
  assert.equal(recording.quality.nanCount, 0);
});

test('a landing of 6 g that rings at 8 to 15 Hz loses no sample, at any rate, wherever it begins', async () => {
  for (const rateHz of [50, 60, 80, 100, 200, 400]) {
    for (const ringingHz of [8, 10, 12, 15]) {
      for (let phase = 0; phase < 1; phase += 0.1) {
        const { time, acceleration } = makeMotion({ seconds: 4, rateHz });
        const z = acceleration.map((vector, i) => {
          const since = time[i]! - 2 - phase / rateHz;
          return (
            vector[2] +
            (since < 0 ? 0 : 6 * Math.exp(-since / 0.15) * Math.sin(2 * Math.PI * ringingHz * since))
          );
        });
        const lines = time.map((t, i) => `${t.toFixed(5)},0.1,0.2,${z[i]!.toFixed(4)}\n`);
        const { quality } = await decode(`t_s,ax_g,ay_g,az_g\n${lines.join('')}`);
        assert.equal(quality.nanCount, 0, `${rateHz} Hz, ringing at ${ringingHz} Hz, phase ${phase}`);
      }
    }
  }
});

test('an impact of one sample at 450 Hz stays when the sensor goes on shaking', async () => {
  const { time, acceleration } = makeMotion({ seconds: 4, rateHz: 450 });
  const shaking = [0, 0, 5.5, 0.3, -4, 1, 1.5, -1, 0];
  const rows = time.map((t, i) => {
    const [x, y, z] = acceleration[i]!;
    return `${t.toFixed(5)},${x},${y},${z + (shaking[i - 900] ?? 0)}\n`;
  });
  const { quality } = await decode(`t_s,ax_g,ay_g,az_g\n${rows.join('')}`);
  assert.equal(quality.nanCount, 0);
});

test('the rides of the simulator lose no sample', () => {
  for (const ride of [
    ...['canter-intervals', 'lunge-left', 'pony-lesson'].map((name) => simulate(name)),
    ...[50, 60, 100, 200].map((sampleRateHz) => simulate('sample-ride', { sampleRateHz })),
    ...[1, 2, 3].map((seed) => randomRide(seed)),
  ]) {
    const keep = new Uint8Array(ride.time.length).fill(1);
    const channels = (axes: object) => Object.values(axes).map((values) => Float32Array.from(values));
    const spikes = leaveOutSpikes(
      [
        { channels: channels(ride.acceleration), least: SPIKE_G },
        { channels: channels(ride.angularRate), least: SPIKE_DEGREES_PER_SECOND },
      ],
      ride.time,
      { longest: 0.25, rateHz: ride.sampleRateHz },
      keep,
    );
    assert.equal(spikes.count, 0, `${ride.scenario} at ${ride.time[spikes.first]} s`);
  }
});
