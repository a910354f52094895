import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactMotion } from '../testing/motion.fixture.ts';
import { gaitByRein, reinSegments, reinTimes } from './reins.ts';

const walk = (to: number) => [{ gait: 'walk' as const, from: 0, to }];
const reinAt = (motion: Parameters<typeof reinSegments>[0], time: number) =>
  reinSegments(motion, walk(motion.durationSeconds)).find((one) => time >= one.from && time < one.to)?.rein;

test('positive yaw is the left rein', () => {
  assert.equal(reinAt(exactMotion(30, { yaw: () => 15 }), 15), 'left');
  assert.equal(reinAt(exactMotion(30, { yaw: () => -15 }), 15), 'right');
});

test('a curve begins at 10 deg/s and ends at 5', () => {
  const rising = exactMotion(60, { yaw: (time) => time / 4 });
  assert.equal(reinAt(rising, 38), 'straight');
  assert.equal(reinAt(rising, 42), 'left');
  const falling = exactMotion(60, { yaw: (time) => 15 - time / 4 });
  assert.equal(reinAt(falling, 38), 'left');
  assert.equal(reinAt(falling, 42), 'straight');
});

test('the swing of a stride is no turn', () => {
  const swinging = exactMotion(30, { yaw: (time) => 40 * Math.sin(2 * Math.PI * 0.8 * time) });
  assert.equal(reinSegments(swinging, walk(30)).length, 1);
  assert.equal(reinAt(swinging, 15), 'straight');
});

test('one curve goes over into the other, though a moment of it is straight', () => {
  const change = exactMotion(40, { yaw: (time) => (time < 20 ? 30 : -30) });
  const reins = reinSegments(change, walk(40)).map((one) => one.rein);
  assert.deepEqual(
    reins.filter((rein) => rein !== 'straight'),
    ['left', 'right'],
  );
});

test('halt and the unknown have no rein, and shares are of the rest', () => {
  const motion = exactMotion(40, { yaw: (time) => (time < 20 ? 20 : -20) });
  const gaits = [
    { gait: 'halt' as const, from: 0, to: 10 },
    { gait: 'trot' as const, from: 10, to: 30 },
    { gait: 'unknown' as const, from: 30, to: 40 },
  ];
  const reins = reinSegments(motion, gaits);
  assert.equal(reins[0].rein, 'none');
  assert.equal(reins.at(-1)!.rein, 'none');
  const times = reinTimes(motion, reins);
  const shares = times.left.share.value! + times.straight.share.value! + times.right.share.value!;
  assert.ok(Math.abs(shares - 1) < 1e-3);
  const inTrot = gaitByRein(motion, 'trot', gaits, reins);
  assert.equal(inTrot.left.time.value, times.left.time.value);
});

test('there is no rein where up cannot be told from down', () => {
  const motion = { ...exactMotion(30, { yaw: () => 15 }), verticalSource: 'strongest-axis' as const };
  assert.deepEqual(reinSegments(motion, walk(30)), []);
  assert.match(reinTimes(motion, []).left.time.reason!, /gravity/);
});
