import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HorseTrend, ListedSession, OutOfRange } from '@piaffe/client';
import { recentReins, verdictOnState, verdictOnTrend } from './verdict.ts';

const now = new Date('2026-11-23T12:00:00Z');

test('a ride that is not done says how far it is, and nothing about what is usual', () => {
  assert.deepEqual(verdictOnState(undefined), { is: 'no-rides' });
  assert.deepEqual(verdictOnState(ride({ state: 'queued' })), { is: 'queued' });
  const progress = { share: 0.4, step: 'gaits' };
  assert.deepEqual(verdictOnState(ride({ state: 'running', progress })), { is: 'running', share: 0.4 });
  assert.deepEqual(verdictOnState(ride({ state: 'failed' })), { is: 'not-usable' });
  assert.deepEqual(verdictOnState(ride({ state: 'quarantined' })), { is: 'not-usable' });
  assert.deepEqual(verdictOnState(ride({ startedAt: null })), { is: 'without-start' });
  assert.equal(verdictOnState(ride({})), null);
});

test('a ride that was compared and lay inside is as usual', () => {
  assert.deepEqual(verdictOnTrend(trend({}), 'b', now), { is: 'as-usual' });
});

test('without a band for the latest ride nothing is said to be usual, and the reason is told', () => {
  const reason = 'needs 5 comparable sessions, there are 2';
  assert.deepEqual(verdictOnTrend(trend({ low: [null, null], reason }), 'b', now), {
    is: 'not-comparable',
    reason,
  });
  assert.deepEqual(verdictOnTrend(trend({}), 'not in the trend', now), {
    is: 'not-comparable',
    reason: null,
  });
});

test('what lies outside is told, what is worth most first', () => {
  const once = run({ metric: 'heartRate.mean' });
  const strong = run({ inARow: 3, advice: 'talk-to-your-vet' });
  assert.deepEqual(verdictOnTrend(trend({ outOfRange: [once, strong] }), 'b', now), {
    is: 'unusual',
    runs: [strong, once],
  });
});

test('what went back by itself after once or twice, or ended long ago, is no news', () => {
  const back = run({ ongoing: false });
  const old = run({ sessions: ['a'], advice: 'talk-to-your-vet' });
  assert.deepEqual(verdictOnTrend(trend({ outOfRange: [back, old] }), 'b', now), { is: 'as-usual' });
});

test('reins are of the last four weeks, and none where nothing was ridden in curves', () => {
  const week = (left: number, right: number) => ({ reins: { left, straight: 9, right } });
  const weeks = [week(100, 0), week(1, 2), week(0, 0), week(3, 4), week(5, 6)];
  assert.deepEqual(recentReins({ load: { weeks } } as unknown as HorseTrend), { left: 9, right: 12 });
  assert.equal(recentReins({ load: { weeks: [week(0, 0)] } } as unknown as HorseTrend), null);
});

function ride(of: Partial<ListedSession>): ListedSession {
  return {
    state: 'done',
    progress: null,
    startedAt: '2026-11-22T09:00:00Z',
    ...of,
  } as ListedSession;
}

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

/** Of two rides, the first two months ago, in one group. */
function trend({
  low = [null, 6],
  reason = null,
  outOfRange = [],
}: {
  low?: (number | null)[];
  reason?: string | null;
  outOfRange?: OutOfRange[];
}): HorseTrend {
  return {
    sessions: [
      { id: 'a', at: '2026-09-20T09:00:00Z', group: 0 },
      { id: 'b', at: '2026-11-22T09:00:00Z', group: 0 },
    ],
    metrics: [
      { metric: 'symmetry.score', points: { value: [7, 7], low }, baselines: [{ group: 0, reason }] },
    ],
    outOfRange,
  } as unknown as HorseTrend;
}
