import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { simulate, toCsv } from '@piaffe/simulator';
import { aggregateFiles } from './testing/simulated.fixture.ts';

const file = new URL('./testing/golden.json', import.meta.url);
const text = [...toCsv(simulate('trot-in-hand', { seed: 4, sampleRateHz: 50 }))];
const { result, series } = await aggregateFiles([{ text }]);
/** The series with each list of numbers as one text, which a person can compare. */
const output = {
  result,
  series: {
    time: series.time.join(' '),
    columns: series.columns.map((column) => ({ ...column, values: column.values.join(' ') })),
  },
};

// PIAFFE_GOLDEN=write npm test -- packages/aggregation/golden.test.ts
if (process.env.PIAFFE_GOLDEN === 'write') await writeFile(file, `${JSON.stringify(output, null, 2)}\n`);
const golden = JSON.parse(await readFile(file, 'utf8'));

test('a simulated ride gives the numbers it gave before, or the algorithm has a new version', () => {
  assert.equal(
    result.recording.sha256,
    golden.result.recording.sha256,
    'the simulator gives another ride: write testing/golden.json again',
  );
  if (result.algorithm.version === golden.result.algorithm.version)
    assert.deepEqual(
      output,
      golden,
      'raise algorithm.version in aggregate.ts, then write testing/golden.json again',
    );
  else assert.fail('the algorithm has a new version: write testing/golden.json again');
});
