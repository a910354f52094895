import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { aggregationContract } from '@piaffe/aggregation/contract';
import { Compile } from 'typebox/compile';
import { runPiaffe } from '../../testing/run-piaffe.fixture.ts';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { writeSmallRide } from '../../testing/small-ride.fixture.ts';

const folder = await scratchFolder();
const file = await writeSmallRide(folder);
const input = await readFile(file, 'utf8');
const output = Compile(aggregationContract.operations.aggregate.output);
const context = { horse: null, type: null, surface: null, rider: null, mount: null };
const parameters = { invert: false, columns: {}, units: {}, trim: null, corrections: null };

const problemOf = (stderr: string) => {
  const { code, operation, type } = JSON.parse(stderr);
  assert.equal(type, `urn:piaffe:problem:${code}`);
  return [code, operation];
};

test('a recording on standard input is answered on standard output by the contract, and nothing else is printed', async () => {
  const run = await runPiaffe(
    ['call', 'aggregation.aggregate', '--mount', 'girth', '--parameters', '{"trim":{"from":10,"to":100}}'],
    { input },
  );
  assert.deepEqual([run.exitCode, run.stderr], [0, '']);
  const answer = JSON.parse(run.stdout);
  assert.ok(output.Check(answer));
  assert.equal(answer.result.context.mount, 'girth');
  assert.deepEqual(answer.result.algorithm.parameters.trim, { from: 10, to: 100 });
});

test('its whole input may be given as JSON that refers to files, which gives the same', async () => {
  const inputs = [{ reference: file, role: 'motion', startedAt: '2026-05-01T10:30:00Z' }];
  const byFile = await runPiaffe(['call', 'aggregation.aggregate'], {
    input: JSON.stringify({ inputs, context, parameters }),
  });
  const byBytes = await runPiaffe(['call', 'aggregation.aggregate', '--started-at', '2026-05-01T10:30:00Z'], {
    input,
  });
  assert.equal(byFile.exitCode, 0, byFile.stderr);
  assert.equal(byFile.stdout, byBytes.stdout);
});

test('a trend is asked like any other operation', async () => {
  const asked = { sessions: [], metrics: [], times: [], events: [], timeZone: 'UTC', until: null };
  const run = await runPiaffe(['call', 'trend.trend'], { input: JSON.stringify(asked) });
  assert.deepEqual([run.exitCode, JSON.parse(run.stdout).sessions], [0, []]);
  const algorithm = await runPiaffe(['call', 'trend.algorithm']);
  assert.equal(JSON.parse(algorithm.stdout).name, 'piaffe-trend');
});

test('what cannot be answered is one line of JSON with a code, and an exit code that says whose fault it is', async () => {
  const ask = async (words: readonly string[], given: string) => {
    const { exitCode, stdout, stderr } = await runPiaffe(['call', ...words], { input: given });
    assert.equal(stdout, '');
    return [exitCode, ...problemOf(stderr)];
  };
  const aggregate = 'aggregation.aggregate';
  assert.deepEqual(await ask([aggregate], 'no recording'), [65, 'not-a-recording', aggregate]);
  assert.deepEqual(await ask([aggregate], ''), [65, 'empty-file', aggregate]);
  assert.deepEqual(await ask([aggregate], '{"inputs": 1}'), [65, 'input-not-valid', aggregate]);
  assert.deepEqual(await ask(['trend.trend'], 'no JSON'), [65, 'input-not-json', 'trend.trend']);
  const nowhere = {
    inputs: [{ reference: join(folder, 'nowhere'), role: 'motion', startedAt: null }],
    context,
    parameters,
  };
  assert.deepEqual(await ask([aggregate], JSON.stringify(nowhere)), [65, 'recording-unreadable', aggregate]);
});

test('what there is no such thing of is wrong usage, and says what there is', async () => {
  const usage = async (...words: string[]) => {
    const { exitCode, stderr } = await runPiaffe(['call', ...words]);
    assert.equal(exitCode, 64);
    return stderr;
  };
  assert.match(await usage('auth.signIn'), /aggregation and trend/);
  assert.match(await usage('trend.nothing'), /algorithm and trend/);
  assert.match(await usage('trend.algorithm', '--parameters', '[]'), /JSON object/);
});

test('a recording that begins like JSON is still a recording', async () => {
  const odd = join(folder, 'odd.csv');
  await writeFile(odd, `{\n${input}`);
  const { stderr } = await runPiaffe(['call', 'aggregation.aggregate'], {
    input: await readFile(odd, 'utf8'),
  });
  assert.doesNotMatch(stderr, /input-not/);
});
