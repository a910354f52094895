import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laterBy, utcOf } from './started-at.ts';

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
