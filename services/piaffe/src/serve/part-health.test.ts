import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatewayFeatures } from '@piaffe/gateway/contract';
import { declaredIn } from '../compose/declared-in.ts';
import { declaredModules } from '../compose/server-modules.ts';
import { loadPlan } from './load-plan.ts';
import { partHealth } from './part-health.ts';

const up = {
  shape: 'here',
  process: null,
  state: 'up',
  since: '',
  restarts: 0,
  lastProblem: null,
  pid: 1,
  endpoints: [],
} as const;
const aggregation = {
  ...up,
  module: 'aggregation',
  shape: 'process',
  process: 'compute',
  restarts: 1,
  lastProblem: 'it was ended by SIGKILL',
} as const;

test('nothing goes on without auth; what any other part takes along is named', () => {
  const down = { state: 'down' as const };
  const parts = partHealth(
    declaredModules,
    ['auth', 'sessions', 'trend'].map((module) => ({ ...up, ...down, module })),
  );
  assert.deepEqual(
    parts.map(({ name, required, featuresLost }) => ({ name, required, featuresLost })),
    [
      { name: 'auth', required: true, featuresLost: [...gatewayFeatures] },
      {
        name: 'sessions',
        required: false,
        featuresLost: ['rides', 'uploads', 'analysis', 'trends', 'export'],
      },
      { name: 'trend', required: false, featuresLost: ['trends'] },
    ],
  );
  assert.deepEqual(partHealth(declaredModules, [{ ...up, module: 'trend' }])[0]?.featuresLost, []);
});

test('why a part is down is told while it is', () => {
  const [down] = partHealth(declaredModules, [{ ...aggregation, state: 'down' }]);
  assert.equal(down?.detail, 'it was ended by SIGKILL');
  const [again] = partHealth(declaredModules, [aggregation]);
  assert.equal(again?.detail, null);
});

test('a plugin that adds metrics takes those along, and nothing else', async () => {
  const plugin = { shape: 'plugin', file: '/share.mjs', process: 'share' } as const;
  const plan = { ...(await loadPlan('default')), extensions: { share: { extends: 'metric', plugin } } };
  const [down] = partHealth(declaredIn(plan), [{ ...up, module: 'share', state: 'down' }]);
  assert.deepEqual([down?.required, down?.featuresLost], [false, ['the metrics of share']]);
  assert.match(down!.answers['the metrics of share']!, /all their other metrics/);
});
