import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aggregationContract } from '@piaffe/aggregation/contract';
import { bind, Failure } from '@piaffe/kernel';
import { analyseFile } from './analyse-file.ts';

const settings = {
  context: { horse: null, type: null, surface: null, rider: null, mount: null },
  parameters: { invert: false, columns: {}, units: {}, trim: null, corrections: null },
  startedAt: null,
  companions: [],
};
const call = { signal: new AbortController().signal, onProgress() {} };
const failingWith = (error: unknown) =>
  bind(aggregationContract, {
    algorithm: () => Promise.reject(error),
    aggregate: () => Promise.reject(error),
  });

test('a recording that is rejected keeps the code and the sentence of its decoder', async () => {
  const failure = new Failure('recording-rejected', { problem: 'too-short', detail: 'It holds 2 s.' });
  const { line, fault } = await analyseFile(failingWith(failure), 'a.csv', settings, call);
  assert.deepEqual(line.problem, { code: 'too-short', detail: 'It holds 2 s.' });
  assert.equal(line.status, 'rejected');
  assert.equal(fault, null);
});

test('a fault of our own is told apart from a fault of the file, and keeps its cause', async () => {
  const accident = new RangeError('index 7 is out of range');
  const { line, fault } = await analyseFile(failingWith(accident), 'a.csv', settings, call);
  assert.equal(line.problem?.code, 'internal-error');
  assert.match(line.problem?.detail ?? '', /Piaffe itself failed/);
  assert.equal((fault as Error).cause, accident);
});

test('an interrupted analysis is no line about the file', async () => {
  const reason = new Error('interrupted');
  const interrupted = analyseFile(failingWith('x'), 'a.csv', settings, {
    ...call,
    signal: AbortSignal.abort(reason),
  });
  await assert.rejects(interrupted, reason);
});
