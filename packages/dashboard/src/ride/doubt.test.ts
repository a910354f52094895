import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Metric } from '@piaffe/client';
import { doubtOf, leastQuality } from './doubt.ts';

const fair: Metric = { value: 4, unit: '1/min', n: 3, spread: null, quality: 'fair', reason: null };

test('a number from a few strides says how few they were', () => {
  assert.equal(doubtOf(fair), 'only 3 strides');
  assert.equal(doubtOf({ ...fair, n: 1 }), 'only 1 stride');
});

test('a reason that was given goes before the number of strides', () => {
  assert.equal(doubtOf({ ...fair, reason: 'no gyroscope' }), 'no gyroscope');
});

test('nothing is said against a good number, one of many strides, or one that is missing', () => {
  assert.equal(doubtOf({ ...fair, quality: 'good' }), null);
  assert.equal(doubtOf({ ...fair, n: 200 }), null);
  assert.equal(doubtOf({ ...fair, n: null }), null);
  assert.equal(doubtOf({ ...fair, value: null, reason: 'no gyroscope' }), null);
});

test('what is concluded from several numbers is as good as the worst of them', () => {
  assert.equal(leastQuality([{ quality: 'good' }, { quality: 'poor' }, { quality: 'fair' }]), 'poor');
  assert.equal(leastQuality([{ quality: 'good' }]), 'good');
});
