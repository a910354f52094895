import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partHealth } from './part-health.ts';

const up = {
  shape: 'here',
  process: null,
  state: 'up',
  since: '',
  restarts: 0,
  lastProblem: null,
  pid: 1,
} as const;
const aggregation = {
  ...up,
  module: 'aggregation',
  shape: 'process',
  process: 'compute',
  restarts: 1,
  lastProblem: 'it was ended by SIGKILL',
} as const;

test('the server goes on without aggregation and trend, and without nothing else', () => {
  const trend = { ...aggregation, module: 'trend' };
  const parts = partHealth([{ ...up, module: 'sessions' }, aggregation, trend]);
  assert.deepEqual(
    parts.map(({ name, required }) => ({ name, required })),
    [
      { name: 'sessions', required: true },
      { name: 'aggregation', required: false },
      { name: 'trend', required: false },
    ],
  );
});

test('why a part is down is told while it is', () => {
  const [down] = partHealth([{ ...aggregation, state: 'down' }]);
  assert.equal(down?.detail, 'it was ended by SIGKILL');
  const [again] = partHealth([aggregation]);
  assert.equal(again?.detail, null);
});
