import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTransitions, directionOf } from './transition-counts.ts';

test('a transition goes up to the faster gait, down to the slower', () => {
  assert.equal(directionOf({ fromGait: 'halt', toGait: 'trot' }), 'up');
  assert.equal(directionOf({ fromGait: 'canter', toGait: 'walk' }), 'down');
  assert.equal(directionOf({ fromGait: 'trot', toGait: 'tolt' }), 'level');
  assert.equal(directionOf({ fromGait: 'unknown', toGait: 'trot' }), 'level');
});

test('the most frequent kind comes first', () => {
  const ridden = [
    { at: 1, fromGait: 'walk', toGait: 'trot' },
    { at: 2, fromGait: 'trot', toGait: 'walk' },
    { at: 3, fromGait: 'walk', toGait: 'trot' },
  ] as const;
  assert.deepEqual(countTransitions(ridden), [
    { from: 'walk', to: 'trot', direction: 'up', count: 2 },
    { from: 'trot', to: 'walk', direction: 'down', count: 1 },
  ]);
});
