import assert from 'node:assert/strict';
import { test } from 'node:test';
import { falseAlerts, foundWithinFive } from './testing/alerts.fixture.ts';

// The long forms, 200 horse-years and 500 horses: npm run bench -- trend-alerts.

test('twenty simulated healthy horse-years lead to the vet at most once a year on average', () => {
  const { all } = falseAlerts(20);
  assert.ok(all <= 20, `${all} times`);
});

test('a lasting change of 6 mm is told within five comparable sessions for nine horses of ten', () => {
  for (const metric of ['symmetry.minDiff', 'symmetry.maxDiff'] as const) {
    const share = foundWithinFive(metric, 6, 100);
    assert.ok(share >= 0.9, `${metric}: ${share}`);
  }
});
