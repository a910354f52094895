import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImpactReader, type Tissue } from './impact.ts';

const tissue: Tissue = {
  along: { hertz: 11, decay: 40 },
  about: { hertz: 9, decay: 30 },
  sharp: { hertz: 32, decay: 100 },
  sharpness: 0.5,
};
const landings = {
  times: Float64Array.of(1, 1.2, 3),
  blows: Float64Array.from([...[1, 2, 5, 8, 9, 10], ...[0, 0, 4, 0, 6, 0], ...[1, 1, 1, 1, 1, 1]]),
};

test('velocity and acceleration are the derivatives of the displacement', () => {
  const reader = new ImpactReader(landings, tissue);
  const read = (time: number, of: 'displacement' | 'velocity' | 'acceleration') => [
    ...reader.moveTo(time)[of],
  ];
  const h = 1e-6;
  for (let time = 0.95; time < 3.4; time += 0.0107)
    for (const [of, rate] of [
      ['displacement', 'velocity'],
      ['velocity', 'acceleration'],
    ] as const) {
      const [before, after] = [read(time - h, of), read(time + h, of)];
      read(time, rate).forEach((exact, i) => {
        assert.ok(Math.abs((after[i] - before[i]) / (2 * h) - exact) < 0.01, `${rate} ${i} at ${time}`);
      });
    }
});

test('a blow is felt as strong as it is, and is gone half a second later', () => {
  const reader = new ImpactReader(landings, { ...tissue, sharpness: 0 });
  let peak = 0;
  for (let time = 3; time < 3.2; time += 0.0005)
    peak = Math.max(peak, Math.abs(reader.moveTo(time).acceleration[2]));
  assert.ok(Math.abs(peak - 1) < 0.01, `${peak}`);
  assert.equal(reader.moveTo(0.99).displacement[2], 0);
  assert.equal(reader.moveTo(3.51).displacement[2], 0);
});
