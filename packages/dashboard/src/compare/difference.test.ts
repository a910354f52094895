import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Metric } from '@piaffe/client';
import { saidOf } from './difference.ts';

const metric = (value: number, quality: Metric['quality'] = 'good'): Metric => ({
  value,
  unit: '1',
  n: 100,
  spread: null,
  quality,
  reason: null,
});
const band = { low: 7, high: 9 };

test('two values that are both usual differ no more than rides do', () => {
  assert.equal(saidOf(metric(7.1), metric(8.9), band), 'within');
});

test('one of them outside what is usual is said so', () => {
  assert.equal(saidOf(metric(7.1), metric(9.1), band), 'outside');
});

test('poor values are not compared, and without a usual range nothing is concluded', () => {
  assert.equal(saidOf(metric(7.1, 'poor'), metric(9.1), band), 'uncertain');
  assert.equal(saidOf(metric(7.1), metric(9.1), null), 'unknown');
});
