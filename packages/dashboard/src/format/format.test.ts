import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longDate, shortDate, timeOfDay } from './dates.ts';
import { bytes, fixed, percent, whole } from './numbers.ts';
import { clock, duration, exactDuration, parseClock } from './times.ts';

test('a position in the ride is a clock, with hours only where there are any', () => {
  assert.equal(clock(0), '0:00');
  assert.equal(clock(725.4), '12:05');
  assert.equal(clock(3725), '1:02:05');
});

test('a clock that is shown can be typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000 }), (seconds) => parseClock(clock(seconds)) === seconds),
  );
});

test('what is no clock is refused, not guessed', () => {
  for (const text of ['', 'soon', '1:75', '1:2:3:4', '-5', '1.5']) assert.equal(parseClock(text), null, text);
});

test('a duration is told as people tell it', () => {
  assert.deepEqual([38, 59.6, 2520, 3900].map(duration), ['38 s', '1 min', '42 min', '1 h 05 min']);
  assert.deepEqual([38, 125, 1500].map(exactDuration), ['38 s', '2 min 05 s', '25 min']);
});

test('a share that is not quite nothing does not read as nothing', () => {
  assert.deepEqual([0, 0.002, 0.421, 1].map(percent), ['0 %', '<1 %', '42 %', '100 %']);
});

test('a rounded nothing has no sign, and a negative number a real minus', () => {
  assert.equal(fixed(-0.04, 1), '0.0');
  assert.equal(fixed(-12.34, 1), '−12.3');
});

test('counts and sizes have their unit', () => {
  assert.equal(whole(1204), '1,204');
  assert.deepEqual([0, 812, 4_601_987].map(bytes), ['0 B', '812 B', '4.6 MB']);
});

test('a ride late in the evening keeps its day where the horse is', () => {
  assert.equal(longDate('2025-11-04T23:30:00Z', 'Europe/Berlin'), 'Wednesday 5 November 2025');
  assert.equal(longDate('2025-11-04T23:30:00Z', 'America/New_York'), 'Tuesday 4 November 2025');
  assert.equal(timeOfDay('2025-11-04T23:30:00Z', 'Europe/Berlin'), '00:30');
});

test('the year is said when it is not this one', () => {
  const now = new Date('2026-02-01T12:00:00Z');
  assert.equal(shortDate('2026-01-30T12:00:00Z', 'UTC', now), 'Fri 30 Jan');
  assert.equal(shortDate('2025-11-04T12:00:00Z', 'UTC', now), 'Tue 4 Nov 2025');
});
