import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyOf, type Need } from './key.ts';

const ride: Need = {
  inputs: [{ sha256: 'a'.repeat(64), role: 'motion', started_at: null }],
  trim: null,
  corrections: null,
};

test('a need that is old has the key it always had, so that an upgrade computes nothing twice', () => {
  const asked = {
    owner: 'somebody',
    inputs: [{ reference: 'a'.repeat(64), role: 'motion', startedAt: null }],
    context: { horse: null, type: null, surface: null, rider: null, mount: null },
    parameters: { invert: false, columns: {}, units: {}, trim: null },
  };
  const key = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
  assert.equal(keyOf('somebody', ride), key);
});

test('another need has another key', () => {
  const sha256 = fc.constantFrom('a', 'b', 'c').map((digit) => digit.repeat(64));
  const inputs = fc.array(
    fc.record({
      sha256,
      role: fc.constantFrom('motion' as const, 'companion' as const),
      started_at: fc.constantFrom(null, '2026-05-01T10:00:00Z'),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const trim = fc.constantFrom(null, { from: 1, to: 20 }, { from: 1, to: 21 });
  const jumps = fc.constantFrom<number[]>([], [3]);
  const corrections: fc.Arbitrary<Need['corrections']> = fc.option(
    fc.record({ segments: fc.constant([]), jumps: fc.record({ added: jumps, removed: jumps }) }),
  );
  const need: fc.Arbitrary<Need> = fc.record({ inputs, trim, corrections });
  fc.assert(
    fc.property(fc.constantFrom('one', 'other'), need, need, (owner, a, b) => {
      assert.equal(keyOf(owner, a) === keyOf(owner, b), JSON.stringify(a) === JSON.stringify(b));
      assert.notEqual(keyOf(owner, a), keyOf('a third', a));
    }),
    { numRuns: 500 },
  );
});
