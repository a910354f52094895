import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AnalysisLine, rejectedLine } from '@piaffe/results';
import { Compile } from 'typebox/compile';
import { analysedRide } from '../testing/analysed-ride.fixture.ts';
import { analysisSchema } from './analysis-schema.ts';

const lines = [analysedRide(), rejectedLine('odd.csv', 'unknown-format', 'It has no header.')];

test('the published schema is the one this source makes (npm run schemas --workspace piaffe)', async () => {
  const file = new URL('../../../contracts/analyse.schema.json', import.meta.url);
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), analysisSchema());
});

test('lines fit their type, and the two kinds have the same keys', () => {
  const type = Compile(AnalysisLine);
  for (const line of lines) assert.ok(type.Check(line), JSON.stringify(type.Errors(line)));
  assert.deepEqual(Object.keys(lines[0]), Object.keys(lines[1]));
});

test('the published schema takes what the type takes and refuses what it refuses', () => {
  const published = Compile(analysisSchema() as object);
  for (const line of lines) assert.ok(published.Check(line));
  const wrong = [
    { ...lines[0], extra: 1 },
    { ...lines[0], problem: { code: 'x', detail: 'y' } },
    { ...lines[1], metrics: {} },
    { ...lines[0], segments: [{ gait: 'hop', from: 0, to: 1 }] },
  ];
  for (const line of wrong) assert.ok(!published.Check(line));
});
