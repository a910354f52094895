import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate, toCsv } from './index.ts';

test('the CSV has a header with units and a line for each sample, in blocks of whole lines', () => {
  const ride = simulate('trot-in-hand', { sampleRateHz: 25 });
  const blocks = [...toCsv(ride)];
  assert.ok(blocks.length > 2 && blocks.every((block) => block.endsWith('\n')));
  const lines = blocks.join('').trimEnd().split('\n');
  assert.equal(lines[0], 't_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps');
  assert.equal(lines.length, ride.time.length + 1);
});

test('what is written is what was measured, to 0.1 ms, 0.01 mg and 0.001 deg/s', () => {
  const ride = simulate('trot-in-hand', { sampleRateHz: 25 });
  const lines = [...toCsv(ride)].join('').split('\n');
  for (const i of [0, 100, ride.time.length - 1]) {
    const [t, ax, , , , , gz] = lines[i + 1].split(',').map(Number);
    assert.equal(t, ride.time[i]);
    assert.ok(Math.abs(ax - ride.acceleration.x[i]) <= 5.01e-6);
    assert.ok(Math.abs(gz - ride.angularRate.z[i]) <= 5.01e-4);
  }
});
