import assert from 'node:assert/strict';
import { test } from 'node:test';
import { later, secondsSince1970 } from './instant.ts';

test('an instant is the same at any offset, written with or without a colon', () => {
  const seconds = Date.parse('2026-05-01T08:30:00Z') / 1000;
  for (const text of [
    '2026-05-01T10:30:00+02:00',
    '2026-05-01T10:30+02:00',
    '2026-05-01T10:30:00.000+0200',
    '2026-05-01T04:00:00-04:30',
    '2026-05-01T08:30:00Z',
  ])
    assert.equal(secondsSince1970(text), seconds, text);
});

test('an instant some seconds later keeps its offset', () => {
  assert.equal(later('2026-05-01T10:30:00+02:00', 12.3456), '2026-05-01T10:30:12.346+02:00');
  assert.equal(later('2026-05-01T23:59:30.5-04:30', 60), '2026-05-02T00:00:30.500-04:30');
  assert.equal(later('2026-05-01T10:30:00+0200', 1), '2026-05-01T10:30:01.000+0200');
  assert.equal(later('2026-12-31T23:59:59.999Z', 0.001), '2027-01-01T00:00:00.000Z');
});

test('what no calendar shows is no instant', () => {
  assert.equal(secondsSince1970('2026-13-01T10:30:00Z'), null);
  assert.equal(later('2026-05-01T25:30:00Z', 1), null);
});
