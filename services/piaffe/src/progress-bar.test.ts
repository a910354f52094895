import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressLine } from './progress-bar.ts';

test('progress shows the share, the file and what is being done', () => {
  const line = progressLine('ride.csv', { share: 0.5, step: 'telling the gaits' }, 80);
  assert.equal(line, '██████████░░░░░░░░░░  50 %  ride.csv: telling the gaits');
});

test('progress never wraps and never leaves its bar', () => {
  for (const share of [-1, 0, 0.4, 1, 7]) {
    const line = progressLine('a-long-name.csv'.repeat(9), { share, step: 'reading' }, 60);
    assert.equal(line.length, 59);
    assert.match(line, /^█*░* +\d{1,3} % {2}/);
  }
});
