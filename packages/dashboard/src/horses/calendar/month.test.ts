import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { around, dayIn, laterMonth, weeksOf } from './month.ts';

test('a month begins on its weekday and holds each of its days once', () => {
  const weeks = weeksOf('2026-11');
  assert.equal(weeks.length, 6);
  assert.deepEqual(weeks[0], [null, null, null, null, null, null, '2026-11-01']);
  assert.deepEqual(weeks[5], ['2026-11-30', null, null, null, null, null, null]);
  assert.equal(weeksOf('2028-02').flat().filter(Boolean).length, 29);
});

test('going on and back by as many months leads to the same month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: -60, max: 60 }), (since, by) => {
      const month = laterMonth('1990-01', since);
      assert.equal(laterMonth(laterMonth(month, by), -by), month);
    }),
  );
});

test('a ride late in the evening belongs to its day where the horse is, and is asked for with its month', () => {
  const instant = '2026-10-31T23:30:00Z';
  assert.equal(dayIn('Europe/Berlin', instant), '2026-11-01');
  assert.equal(dayIn('America/Los_Angeles', instant), '2026-10-31');
  const { from, to } = around('2026-11');
  assert.ok(from < instant && instant < to);
});
