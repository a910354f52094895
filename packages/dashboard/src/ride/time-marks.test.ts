import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeMarks } from './time-marks.ts';

test('marks fall on round instants', () => {
  assert.deepEqual(timeMarks(0, 2700, 6), [0, 600, 1200, 1800, 2400]);
  assert.deepEqual(timeMarks(95, 130, 8), [95, 100, 105, 110, 115, 120, 125, 130]);
});

test('a ride of a day still has few of them', () => {
  assert.ok(timeMarks(0, 86_400, 6).length <= 7);
});
