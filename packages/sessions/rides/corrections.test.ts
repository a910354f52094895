import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Corrections } from '@piaffe/aggregation/contract';
import fc from 'fast-check';
import { inOneForm, joined, ofRecordings } from './corrections.ts';

const none: Corrections = { segments: [], jumps: { added: [], removed: [] } };

test('the same corrections in another order, twice, or finer than a millisecond are the same', () => {
  const segments: Corrections['segments'] = [
    { gait: 'trot', from: 10, to: 20.0004 },
    { gait: 'walk', from: 3.9996, to: 8 },
  ];
  const form = {
    segments: [
      { gait: 'walk', from: 4, to: 8 },
      { gait: 'trot', from: 10, to: 20 },
    ],
    jumps: { added: [1, 5], removed: [] },
  };
  assert.deepEqual(inOneForm({ segments, jumps: { added: [5, 1, 5.0001], removed: [] } }), form);
});

test('corrections that correct nothing are none', () => {
  assert.equal(inOneForm(none), null);
});

const at = fc.nat({ max: 30_000 }).map((ms) => ms / 1000);
const gait = fc.constantFrom('walk' as const, 'trot' as const, 'canter' as const);
/** Of a recording of 30 s: stretches one after the other, and jumps. */
const corrections: fc.Arbitrary<Corrections> = fc.record({
  segments: fc
    .tuple(fc.uniqueArray(at, { maxLength: 8 }), fc.array(gait, { minLength: 4, maxLength: 4 }))
    .map(([times, gaits]) => {
      const sorted = times.toSorted((a, b) => a - b);
      return gaits.flatMap((name, number) => {
        const [from, to] = [sorted[2 * number], sorted[2 * number + 1]];
        return from === undefined || to === undefined ? [] : [{ gait: name, from, to }];
      });
    }),
  jumps: fc.record({ added: fc.array(at, { maxLength: 4 }), removed: fc.array(at, { maxLength: 4 }) }),
});

test('what is joined to a ride and taken apart again is what it was, wherever its recordings lie', () => {
  const gaps = fc.array(fc.nat({ max: 600_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(corrections, { minLength: 5, maxLength: 5 }), gaps, (all, between) => {
      let offset = 0;
      const recordings = between.map((gap, number) => {
        const recording = { offset, corrections: all[number] ?? none };
        offset += 30.001 + gap / 1000;
        return recording;
      });
      const ride = joined(recordings);
      const apart = ofRecordings(ride, recordings);
      assert.deepEqual(
        apart.map((part) => inOneForm(part.corrections)),
        recordings.map((part) => inOneForm(part.corrections)),
      );
    }),
  );
});

test('a jump at the very beginning of a recording stays with it, whatever its place in the ride adds up to', () => {
  const offset = 30.001 + 95.168 + 30.001;
  const recordings = [0, offset].map((at) => ({
    offset: at,
    corrections: at === 0 ? none : { segments: [], jumps: { added: [0], removed: [] } },
  }));
  const [, second] = ofRecordings(joined(recordings), recordings);
  assert.deepEqual(second?.corrections.jumps.added, [0]);
});

test('a stretch over the end of one recording is cut where the next begins', () => {
  const ride: Corrections = {
    segments: [{ gait: 'walk', from: 20, to: 70 }],
    jumps: { added: [59.9, 60], removed: [100] },
  };
  const [first, second] = ofRecordings(ride, [{ offset: 0 }, { offset: 60 }]);
  assert.deepEqual(first?.corrections, {
    segments: [{ gait: 'walk', from: 20, to: 60 }],
    jumps: { added: [59.9], removed: [] },
  });
  assert.deepEqual(second?.corrections, {
    segments: [{ gait: 'walk', from: 0, to: 10 }],
    jumps: { added: [0], removed: [40] },
  });
});
