import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNew, visitNow } from './visit.ts';

const minute = 60_000;

test('on a first visit nothing is new', () => {
  const { before } = visitNow(null, 1_000);
  assert.equal(before, null);
  assert.equal(isNew(done(2_000), before), false);
});

test('who comes back later is told what was computed since the visit before', () => {
  const first = visitNow(null, 0);
  const second = visitNow(first, 90 * minute);
  assert.equal(second.before, 0);
  assert.equal(isNew(done(45 * minute), second.before), true);
  assert.equal(isNew(done(-minute), second.before), false);
});

test('who was away for minutes is still at the same visit, however long it lasts', () => {
  let visits = visitNow({ before: null, seen: 0 }, 60 * minute);
  for (let at = 60 * minute; at < 200 * minute; at += 20 * minute) visits = visitNow(visits, at);
  assert.equal(visits.before, 0);
});

test('what has no result is not new', () => {
  assert.equal(isNew({ state: 'queued', computed: null }, 0), false);
  assert.equal(isNew({ ...done(minute), state: 'running' }, 0), false);
});

function done(at: number) {
  const computed = { algorithm: 'a', version: '1.0.0', at: new Date(at).toISOString(), current: true };
  return { state: 'done' as const, computed };
}
