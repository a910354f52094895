import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markAfterKey, windowAfterKey } from './keys.ts';

const whole = { from: 0, to: 900 };
const part = { from: 300, to: 600 };

test('arrows move, plus and minus zoom around the middle, Home shows the whole ride', () => {
  assert.deepEqual(windowAfterKey(whole, part, 'ArrowLeft'), { from: 240, to: 540 });
  assert.deepEqual(windowAfterKey(whole, part, 'ArrowRight'), { from: 360, to: 660 });
  assert.deepEqual(windowAfterKey(whole, part, '+'), { from: 350, to: 550 });
  assert.deepEqual(windowAfterKey(whole, part, '-'), { from: 225, to: 675 });
  assert.deepEqual(windowAfterKey(whole, part, 'Home'), whole);
});

test('other keys are left to the browser, Tab above all', () => {
  for (const key of ['Tab', 'Enter', 'a', 'PageDown', 'Escape']) {
    assert.equal(windowAfterKey(whole, part, key), null, key);
  }
});

test('the mark moves in whole seconds, begins in the middle, and stays in what is shown', () => {
  assert.equal(markAfterKey(part, null, 'ArrowRight'), 456);
  assert.equal(markAfterKey(part, 400, 'ArrowLeft'), 394);
  assert.equal(markAfterKey(part, 599, 'ArrowRight'), 600);
  assert.equal(markAfterKey({ from: 10, to: 20 }, 15, 'ArrowRight'), 16);
});
