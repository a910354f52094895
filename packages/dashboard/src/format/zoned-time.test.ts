import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clocksIn, instantIn } from './zoned-time.ts';

test('a start is said on the clocks where the horse is', () => {
  assert.equal(instantIn('Europe/Berlin', '2025-11-04T16:12'), '2025-11-04T16:12:00+01:00');
  assert.equal(instantIn('Europe/Berlin', '2025-07-04T16:12:30'), '2025-07-04T16:12:30+02:00');
  assert.equal(instantIn('America/St_Johns', '2025-01-04T06:00'), '2025-01-04T06:00:00-03:30');
  assert.equal(instantIn('Asia/Kolkata', '2025-01-04T06:00'), '2025-01-04T06:00:00+05:30');
});

test('around a change of clocks the offset is that of the right side', () => {
  assert.equal(instantIn('Europe/Berlin', '2025-03-30T01:59'), '2025-03-30T01:59:00+01:00');
  assert.equal(instantIn('Europe/Berlin', '2025-03-30T03:01'), '2025-03-30T03:01:00+02:00');
  assert.equal(instantIn('America/Los_Angeles', '2025-03-09T03:01'), '2025-03-09T03:01:00-07:00');
});

test('an instant shown on the clocks of a zone, and read again, is the same instant', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC');
  // Not within the hour that is there twice, where clocks alone cannot tell.
  const at = fc.integer({ min: Date.UTC(2025, 10, 10), max: Date.UTC(2026, 2, 1) });
  fc.assert(
    fc.property(zone, at, (timeZone, milliseconds) => {
      const instant = new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();
      assert.equal(Date.parse(instantIn(timeZone, clocksIn(timeZone, instant))), Date.parse(instant));
    }),
  );
});
