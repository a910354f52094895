import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetricTrend } from '@piaffe/client';
import { changing } from './changing.ts';

const sessions = [
  { id: 'a', at: '2026-05-01T10:00:00Z', group: 0 },
  { id: 'b', at: '2026-07-24T10:00:00Z', group: 0 },
];
const metric = (name: MetricTrend['metric'], perWeek: number | null, p: number | null) =>
  ({
    metric: name,
    slope: { perWeek, p, low: null, high: null, tau: null, n: 20, reason: null },
    baselines: [{ group: 0, n: 20, median: 100, low: 90, high: 110, reason: null }],
  }) as unknown as MetricTrend;

test('what clearly rises or falls is told, the clearest first, with how much in four weeks', () => {
  const metrics = [metric('heartRate.mean', -1, 0.004), metric('heartRate.recovery', -3, 0.0001)];
  assert.deepEqual(
    changing({ sessions, metrics }).map(({ metric, direction, amount }) => [metric, direction, amount]),
    [
      ['heartRate.recovery', 'falls', -12],
      ['heartRate.mean', 'falls', -4],
    ],
  );
});

test('nothing is told of what is small beside the horse’s own band, may be chance, or is decided by people', () => {
  const metrics = [
    metric('gaits.trot.elevation', 0.05, 0.0001),
    metric('heartRate.max', -3, 0.03),
    metric('heartRate.recovery', null, null),
    metric('load.gaitMinutes', 5, 0.0001),
  ];
  assert.deepEqual(changing({ sessions, metrics }), []);
});
