import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetOf, pinsOf } from './ride-time.ts';

const shown = (trim: { from: number; to: number } | null, durationSeconds: number) => ({
  algorithm: { parameters: { trim } },
  recording: { durationSeconds },
});
const note = (id: string, at: number | null) => ({ id, at, text: id, createdAt: '', editedAt: null });

test('in a trimmed ride a note stays at what it is about', () => {
  const trimmed = shown({ from: 100, to: 400 }, 300);
  assert.equal(offsetOf(trimmed), 100);
  assert.deepEqual(
    pinsOf([note('inside', 150), note('before', 50), note('after', 450), note('whole ride', null)], trimmed),
    [{ id: 'inside', at: 50, text: 'inside' }],
  );
});

test('without a trim, times are those of the recording', () => {
  assert.equal(offsetOf(shown(null, 600)), 0);
  assert.deepEqual(pinsOf([note('a', 600)], shown(null, 600)), [{ id: 'a', at: 600, text: 'a' }]);
});
