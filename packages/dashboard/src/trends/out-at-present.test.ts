import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutOfRange, HorseTrend as Trend } from '@piaffe/client';
import { outAtPresent } from './out-at-present.ts';

const now = new Date('2026-11-23T12:00:00Z');

test('what lies outside counts while it lasts, or was strong, and not for longer than four weeks', () => {
  const lasts = run({});
  const strong = run({ ongoing: false, inARow: 3, advice: 'talk-to-your-vet' });
  const wentBack = run({ ongoing: false });
  const longAgo = run({ sessions: ['a'] });
  const outOfRange = [wentBack, lasts, longAgo, strong];
  assert.deepEqual(outAtPresent({ outOfRange, sessions }, now), [strong, lasts]);
});

const sessions = [
  { id: 'a', at: '2026-09-20T09:00:00Z' },
  { id: 'b', at: '2026-11-22T09:00:00Z' },
] as unknown as Trend['sessions'];

function run(of: Partial<OutOfRange>): OutOfRange {
  return {
    metric: 'symmetry.score',
    group: 0,
    direction: 'lower',
    sessions: ['b'],
    inARow: 1,
    ongoing: true,
    advice: 'watch',
    ...of,
  };
}
