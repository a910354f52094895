import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bind } from '@piaffe/kernel';
import { aggregationContract, type MovingGait, type SessionResult } from './contract.ts';
import { aggregationModule } from './create.ts';
import { plainInput } from './testing/simulated.fixture.ts';

const folder = process.env.PIAFFE_REAL_DATA ?? join(import.meta.dirname, '../../../shared/data/horse');
const skip = existsSync(join(folder, 'lunge-left.csv'))
  ? false
  : 'the real recordings are not on this machine';

const client = bind(
  aggregationContract,
  aggregationModule.create({ files: { size: async () => null, open: (path) => createReadStream(path) } }, {}),
);
async function analyse(file: string): Promise<SessionResult> {
  const inputs = [{ reference: join(folder, file), role: 'motion' as const, startedAt: null }];
  return (await client.aggregate({ ...plainInput, inputs })).result;
}

/** Share of [from, to] in which the gait is the one given. */
function share(result: SessionResult, gait: MovingGait, from: number, to: number): number {
  const own = result.segments.filter((segment) => segment.gait === gait);
  const seconds = own.reduce(
    (sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)),
    0,
  );
  return seconds / (to - from);
}

test('a real horse lunged to the left has the gaits marked, the cadence counted, and the left rein throughout', {
  skip,
}, async () => {
  const result = await analyse('lunge-left.csv');
  const marked = [
    ['walk', 0, 58.5],
    ['trot', 64.5, 120],
    ['canter', 126, 158],
    ['trot', 164, 171],
  ] as const;
  const all = marked.reduce((sum, [, from, to]) => sum + to - from, 0);
  const right = marked.reduce(
    (sum, [gait, from, to]) => sum + (to - from) * share(result, gait, from, to),
    0,
  );
  assert.ok(right / all >= 0.97, `gait right in ${(100 * right) / all} %`);
  for (const [gait, strideHz] of [
    ['walk', 0.65],
    ['trot', 1.29],
    ['canter', 1.69],
  ] as const)
    assert.ok(Math.abs(result.metrics.gaits[gait].cadence.value! - 60 * strideHz) < 1.5, gait);
  assert.ok(result.metrics.reins.left.share.value! > 0.95);
  assert.equal(result.metrics.gaits.trot.elevation.quality, 'poor');
  assert.equal(result.metrics.jumps.count.value, 0);
});

test('a real horse gives the same from raw counts as from physical units', { skip }, async () => {
  const raw = await analyse('lunge-left-raw-counts.dat');
  const csv = await analyse('lunge-left.csv');
  assert.equal(raw.recording.format, 'mpu-raw-counts');
  assert.equal(raw.segments[0].gait, 'walk');
  assert.ok(share(raw, 'walk', 0, 58) > 0.97);
  const [a, b] = [raw, csv].map((result) => result.metrics.gaits.walk.cadence.value!);
  assert.ok(Math.abs(a - b) < 1, `${a} and ${b}`);
});

test('a real horse led at a walk walks, although it moves like others canter', { skip }, async () => {
  const result = await analyse('led-walk.csv');
  assert.ok(share(result, 'walk', 0, 160) > 0.97);
  assert.ok(Math.abs(result.metrics.gaits.walk.cadence.value! - 60 * 0.79) < 2);
  assert.equal(result.metrics.jumps.count.value, 0);
});

test('a real horse with a phone without gravity has the gait of each steady part', { skip }, async () => {
  for (const [gait, lowest, highest] of [
    ['walk', 0.68, 0.72],
    ['trot', 1.24, 1.34],
    ['canter', 1.68, 1.71],
  ] as const) {
    const result = await analyse(`phone-${gait}.csv`);
    assert.ok(share(result, gait, 30, result.recording.durationSeconds - 10) > 0.95, gait);
    const cadence = result.metrics.gaits[gait].cadence.value!;
    assert.ok(cadence > 60 * lowest - 2 && cadence < 60 * highest + 2, `${gait} ${cadence}`);
  }
});
