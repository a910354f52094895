import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partHealth } from './part-health.ts';

const aggregation = {
  module: 'aggregation',
  shape: 'process',
  process: 'computation',
  since: '2026-06-01T10:00:00.000Z',
  restarts: 1,
  lastProblem: 'it was ended by SIGKILL',
  pid: 7,
} as const;

test('why a part is away is told until it is back', () => {
  const detailWhile = (state: 'up' | 'starting' | 'down') =>
    partHealth([{ ...aggregation, state }]).map(({ detail }) => detail);
  assert.deepEqual(detailWhile('down'), ['it was ended by SIGKILL']);
  assert.deepEqual(detailWhile('starting'), ['it was ended by SIGKILL']);
  assert.deepEqual(detailWhile('up'), [null]);
});

test('without the analysis the server serves', () => {
  const [health] = partHealth([{ ...aggregation, state: 'down' }]);
  assert.equal(health?.required, false);
});
