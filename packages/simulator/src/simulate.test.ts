import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioNames, simulate, toCsv } from './index.ts';

test('the sample ride holds three gaits, both reins and its truth', () => {
  const { time, acceleration, truth } = simulate('sample-ride');
  assert.equal(time[0], 0);
  assert.equal(time.at(-1), truth.durationSeconds);
  assert.equal(acceleration.x.length, time.length);
  for (const gait of ['walk', 'trot', 'canter'] as const)
    assert.ok(truth.metrics.gaits[gait].time.value! > 60);
  for (const rein of ['left', 'right'] as const) assert.ok(truth.metrics.reins[rein].time.value! > 60);
});

test('the CSV has a header with units and a line for each sample, in blocks', () => {
  const ride = simulate('sample-ride', { sampleRateHz: 25 });
  const blocks = [...toCsv(ride)];
  assert.ok(blocks.length > 2);
  const lines = blocks.join('').trimEnd().split('\n');
  assert.equal(lines[0], 't_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps');
  assert.equal(lines.length, ride.time.length + 1);
  assert.ok(lines.every((line) => line.split(',').length === 7));
});

test('a ride nobody knows is refused with the names there are', () => {
  assert.throws(() => simulate('moon-walk'), new RegExp(scenarioNames.join(', ')));
});
