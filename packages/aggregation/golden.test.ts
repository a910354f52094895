import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { simulate } from '@piaffe/simulator';
import { aggregateRide } from './testing/simulated.fixture.ts';

const file = new URL('./testing/golden.json', import.meta.url);
const result = await aggregateRide(simulate('trot-in-hand', { seed: 4, sampleRateHz: 50 }));

// PIAFFE_GOLDEN=write npm test -- packages/aggregation/golden.test.ts
if (process.env.PIAFFE_GOLDEN === 'write') await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
const golden = JSON.parse(await readFile(file, 'utf8'));

test('a simulated ride gives the numbers it gave before, or the algorithm has a new version', () => {
  assert.equal(
    result.recording.sha256,
    golden.recording.sha256,
    'the simulator gives another ride: write testing/golden.json again',
  );
  if (result.algorithm.version === golden.algorithm.version)
    assert.deepEqual(
      result,
      golden,
      'raise algorithm.version in aggregate.ts, then write testing/golden.json again',
    );
  else assert.fail('the algorithm has a new version: write testing/golden.json again');
});
