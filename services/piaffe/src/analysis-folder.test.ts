import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { analysedRide } from '../testing/analysed-ride.fixture.ts';
import { scratchFolder } from '../testing/scratch-folder.fixture.ts';
import { analysisFolderName, writeAnalysis } from './analysis-folder.ts';

const folder = await scratchFolder();
const series = { time: [0, 1], columns: [{ name: 'activity', unit: 'g', values: [0.5, null] }] };

test('a folder is named after the place and the name of its file', () => {
  assert.equal(analysisFolderName(0, 'yard/monday.csv'), '1-monday');
  assert.equal(analysisFolderName(11, 'Förde 3.5.tsv'), '12-Förde-3.5');
  assert.equal(analysisFolderName(0, '-'), '1-standard-input');
  assert.equal(analysisFolderName(0, '..'), '1-recording');
  assert.equal(analysisFolderName(0, 'a\\b:c*d?.csv'), '1-a-b-c-d');
});

test('whatever a file is called, its folder is one plain name', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (index, file) => {
      const name = analysisFolderName(index, file);
      assert.match(name, /^\d+-[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
      assert.doesNotMatch(name, /\.$/);
      assert.ok(Buffer.byteLength(name) <= 255);
    }),
  );
});

test('an interrupted folder leaves nothing behind', async () => {
  const reason = new Error('enough');
  const path = join(folder, 'interrupted', '1-ride');
  await assert.rejects(writeAnalysis(path, analysedRide(), series, AbortSignal.abort(reason)), reason);
  assert.deepEqual(await readdir(join(folder, 'interrupted')), []);
});

test('a folder that appeared meanwhile is kept as it is', async () => {
  const path = join(folder, '1-ride');
  await mkdir(path);
  await writeFile(join(path, 'result.json'), 'mine');
  await assert.rejects(writeAnalysis(path, analysedRide(), series, new AbortController().signal));
  assert.equal(await readFile(join(path, 'result.json'), 'utf8'), 'mine');
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes('unfinished')),
    [],
  );
});
