import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideBand } from './beside-band.ts';

const band = { low: 6.9, high: 8.2 };

test('a value is beside its usual range only where it lies outside of it', () => {
  const at = (value: number) => besideBand({ value, quality: 'good' }, band);
  assert.deepEqual([6.8, 6.9, 7.6, 8.2, 8.3].map(at), ['below', null, null, null, 'above']);
});

test('of a poor value, or none, nothing is said', () => {
  assert.equal(besideBand({ value: 2, quality: 'poor' }, band), null);
  assert.equal(besideBand({ value: null, quality: 'none' }, band), null);
});
