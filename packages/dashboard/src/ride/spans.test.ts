import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanAt, spansIn } from './spans.ts';

const spans = [
  { gait: 'walk', from: 0, to: 60 },
  { gait: 'trot', from: 60, to: 90.5 },
  { gait: 'halt', from: 90.5, to: 100 },
];

test('an instant lies in the span that begins there, the end in the last one', () => {
  const gaits = [0, 59.9, 60, 90.5, 100].map((at) => spanAt(spans, at)?.gait);
  assert.deepEqual(gaits, ['walk', 'walk', 'trot', 'halt', 'halt']);
});

test('before and after the ride there is nothing', () => {
  assert.equal(spanAt(spans, -1), null);
  assert.equal(spanAt(spans, 100.1), null);
  assert.equal(spanAt([], 0), null);
});

test('a window holds what reaches into it, not what only touches it', () => {
  assert.deepEqual(
    spansIn(spans, { from: 60, to: 90.5 }).map(({ gait }) => gait),
    ['trot'],
  );
});
