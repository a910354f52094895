import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastingChanges } from './changes.ts';

const around = (level: number, count: number, phase = 0) =>
  Array.from({ length: count }, (_, i) => level + Math.sin((i + phase) * (i + phase) * 1.7));

test('a level that is kept is a lasting change, with where it began and the medians', () => {
  const [change, ...others] = lastingChanges([...around(4, 20), ...around(10, 10)], 1);
  assert.equal(others.length, 0);
  assert.equal(change.at, 20);
  assert.ok(Math.abs(change.before - 4) < 1 && Math.abs(change.after - 10) < 1);
});

test('up and back again are two changes', () => {
  const found = lastingChanges([...around(4, 20), ...around(10, 10), ...around(4, 20)], 1);
  assert.deepEqual(
    found.map(({ at }) => at),
    [20, 30],
  );
});

test('wild sessions, four of a new level and a steady slope are none', () => {
  const wild = around(4, 40).map((value, i) => (i % 13 === 6 ? 60 : value));
  assert.deepEqual(lastingChanges(wild, 1), []);
  assert.deepEqual(lastingChanges([...around(4, 20), ...around(10, 4)], 1), []);
  assert.deepEqual(
    lastingChanges(
      around(0, 60).map((value, i) => value + i / 4),
      1,
    ),
    [],
  );
  assert.deepEqual(lastingChanges([5, 5, 5, 5, 9, 9, 9], 1), []);
});
