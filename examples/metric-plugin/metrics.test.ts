import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Segment } from '@piaffe/aggregation/contract';
import { trotDrift } from './trot-drift.ts';
import { coolDown, warmUp } from './warm-up.ts';

/** Gaits one after the other, each with its seconds. */
function ride(...gaits: readonly (readonly [Segment['gait'], number])[]): Segment[] {
  let from = 0;
  return gaits.map(([gait, seconds]) => {
    const segment = { gait, from, to: from + seconds };
    from = segment.to;
    return segment;
  });
}

test('walk counts before the first and after the last faster gait, halts between do not', () => {
  const segments = ride(
    ['halt', 30],
    ['walk', 240],
    ['halt', 20],
    ['walk', 60],
    ['trot', 90],
    ['walk', 600],
    ['canter', 60],
    ['walk', 150],
  );
  assert.deepEqual([warmUp(segments).value, warmUp(segments).n], [5, 2]);
  assert.deepEqual([coolDown(segments).value, coolDown(segments).n], [2.5, 1]);
});

test('a ride that begins in trot has no warm-up: 0 minutes; a ride in walk has neither, and says why', () => {
  assert.equal(warmUp(ride(['trot', 90])).value, 0);
  for (const metric of [warmUp(ride(['walk', 900])), coolDown(ride(['walk', 900]))])
    assert.deepEqual([metric.value, metric.reason], [null, 'nothing faster than walk']);
});

test('the trot drifts by the difference of its thirds, whatever lies between', () => {
  const segments = ride(['trot', 60], ['walk', 100], ['trot', 120]);
  const time = Array.from({ length: 280 }, (_, second) => second);
  const cadence = time.map((second) => (second < 60 ? 80 : second < 160 ? 50 : second < 220 ? null : 78.5));
  const column = (values: (number | null)[]) => [{ name: 'cadence', unit: '1/min', values }];
  assert.match(trotDrift(segments, { time, columns: column(cadence) }).reason!, /three minutes/);
  const whole = cadence.map((value, second) => (second >= 160 && second < 220 ? 79 : value));
  const { value, n } = trotDrift(segments, { time, columns: column(whole) });
  assert.deepEqual([value, n], [-1.5, 120]);
});
