import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkedStart, laterBy, utcOf } from './started-at.ts';

const offset = fc
  .tuple(fc.constantFrom('+', '-'), fc.nat({ max: 13 }), fc.constantFrom('00', '30', '45'), fc.boolean())
  .map(
    ([sign, hours, minutes, colon]) => `${sign}${`${hours}`.padStart(2, '0')}${colon ? ':' : ''}${minutes}`,
  );
const start = fc
  .tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }),
    fc.oneof(fc.constant('Z'), offset),
  )
  .map(([date, zone]) => date.toISOString().slice(0, -1) + zone);

test('a start so many seconds later is that many seconds later in UTC, at the same offset', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: -50_000_000, max: 50_000_000 }), (startedAt, milliseconds) => {
      const later = laterBy(startedAt, milliseconds / 1000);
      assert.equal(Date.parse(utcOf(later)!) - Date.parse(utcOf(startedAt)!), milliseconds);
      assert.equal(later.slice(23), startedAt.slice(23));
    }),
  );
});

test('what an offset moves out of the years with four digits is no start: its text would not sort', () => {
  assert.equal(utcOf('0000-01-01T00:00:00+01:00'), null);
  assert.equal(utcOf('9999-12-31T23:59:59-01:00'), null);
  assert.equal(utcOf('0000-01-01T01:00:00+01:00'), '0000-01-01T00:00:00.000Z');
});

test('a start that no clock of a sensor can have told, ahead or long ago, is refused with what to look at', () => {
  const now = new Date('2026-06-01T12:00:00Z');
  assert.equal(checkedStart('1999-06-01T12:00:00Z', now), '1999-06-01T12:00:00Z');
  assert.throws(() => checkedStart('0001-01-01T00:00:00Z', now), /too long ago .* check the clock/);
  assert.throws(() => checkedStart('1970-01-01T00:00:10Z', now), /too long ago/);
  assert.throws(() => checkedStart('2026-06-03T12:00:00Z', now), /future/);
});
