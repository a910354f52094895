import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginGesture, follow } from './gestures.ts';

const whole = { from: 0, to: 1000 };
const part = { from: 200, to: 400 };
const reach = 10;

test('on the whole ride a drag selects', () => {
  const gesture = beginGesture(whole, whole, 300, reach);
  assert.equal(gesture.kind, 'select');
  assert.deepEqual(follow(whole, gesture, [500]), { from: 300, to: 500 });
});

test('inside the part shown a drag moves it, outside it selects anew', () => {
  assert.deepEqual(follow(whole, beginGesture(whole, part, 300, reach), [350]), { from: 250, to: 450 });
  assert.deepEqual(follow(whole, beginGesture(whole, part, 600, reach), [700]), { from: 600, to: 700 });
});

test('at an edge of the part a drag moves that edge, and the other one stays', () => {
  assert.deepEqual(follow(whole, beginGesture(whole, part, 205, reach), [100]), { from: 100, to: 400 });
  assert.deepEqual(follow(whole, beginGesture(whole, part, 395, reach), [600]), { from: 200, to: 600 });
});

test('two fingers that part twice as far come twice as close, around where they began', () => {
  const gesture = { kind: 'pinch', began: [400, 600], window: whole } as const;
  assert.deepEqual(follow(whole, gesture, [300, 700]), { from: 250, to: 750 });
});
