import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type InstantParse, parseInstant } from './date-time.ts';

function parse(text: string): InstantParse | null {
  const bytes = new TextEncoder().encode(text);
  const into: InstantParse = { seconds: 0, offsetMinutes: 0 };
  return parseInstant(bytes, 0, bytes.length, into) ? into : null;
}

test('an ISO instant is read to the millisecond, whatever its offset', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: -720, max: 840 }),
      (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const pad = (value: number) => String(value).padStart(2, '0');
        const written = `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
        const read = parse(written);
        assert.ok(read && Math.abs(read.seconds - date.getTime() / 1000) < 1e-6, written);
        assert.equal(read.offsetMinutes, offset);
      },
    ),
  );
});

test('the usual spellings are the same instant', () => {
  const expected = Date.UTC(2024, 4, 1, 8, 30, 15) / 1000 + 0.25;
  for (const text of [
    '2024-05-01T08:30:15.250Z',
    '2024-05-01 08:30:15.25z',
    '2024/05/01 10:30:15,250+0200',
    '2024-05-01T06:30:15.250000-02',
    '2024-05-01 10:30:15.250 +02:00',
  ]) {
    assert.equal(parse(text)?.seconds, expected, text);
  }
});

test('without an offset the instant is that of UTC, and the offset is NaN', () => {
  assert.deepEqual(parse('1970-01-02T00:00:01'), { seconds: 86_401, offsetMinutes: Number.NaN });
});

test('a bare clock time is seconds since midnight', () => {
  assert.deepEqual(parse('01:02:03.5'), { seconds: 3723.5, offsetMinutes: Number.NaN });
  assert.deepEqual(parse('23:59'), { seconds: 86_340, offsetMinutes: Number.NaN });
});

test('of a date in another order than ISO the clock is read', () => {
  for (const text of ['01/05/2024 10:30:15.250', '1.5.2024 10:30:15,25', '05-01-2024 10:30:15:250']) {
    assert.deepEqual(parse(text), { seconds: 37_815.25, offsetMinutes: Number.NaN }, text);
  }
});

test('a month by its English name is read, for it cannot be mistaken', () => {
  const expected = Date.UTC(2024, 4, 4, 10, 30, 0) / 1000 + 0.146;
  for (const text of [
    '04-May-2024 10:30:00.146',
    '04-MAY-2024 10:30:00.146',
    '04-may-2024 10:30:00.146 AM',
  ]) {
    assert.deepEqual(parse(text), { seconds: expected, offsetMinutes: Number.NaN }, text);
  }
  for (const text of ['04-Mai-2024 10:30:00', '32-May-2024 10:30:00', '04-May-2024T10:30:00']) {
    assert.equal(parse(text), null, text);
  }
});

test('AM and PM tell the half of the day', () => {
  for (const [text, hours] of [
    ['05/04/2024 10:30:00 AM', 10.5],
    ['5/4/2024 9:30:00 PM', 21.5],
    ['12:30:00 AM', 0.5],
    ['12:30:00pm', 12.5],
    ['01:30 p', null],
    ['13:30:00 PM', null],
    ['00:30:00 AM', null],
  ] as const) {
    assert.equal(parse(text)?.seconds ?? null, hours === null ? null : hours * 3600, text);
  }
  assert.equal(parse('2024-05-01 08:30:00 PM')?.seconds, Date.UTC(2024, 4, 1, 20, 30) / 1000);
});

test('what is no date or clock is none', () => {
  for (const text of [
    '',
    '12',
    '2024-05-01',
    '2024-13-01T00:00:00Z',
    '25:00:00',
    '10:61',
    '2024-05-01T08:30:15.',
    '2024-05-01T08:30Zx',
    '10:30Z',
  ]) {
    assert.equal(parse(text), null, text);
  }
});
