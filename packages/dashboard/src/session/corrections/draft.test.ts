import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { corrected, isNothing, noCorrections, withGait, withJump, withoutJump } from './draft.ts';

const jump = (at: number) => ({
  at,
  confidence: 0.9,
  takeOff: at - 0.2,
  landing: at + 0.2,
  combination: null,
  addedByHand: false,
});
const found = {
  segments: [
    { gait: 'walk' as const, from: 0, to: 60 },
    { gait: 'trot' as const, from: 60, to: 120 },
  ],
  jumps: [jump(70), jump(90)],
};

test('what is said last of a stretch holds', () => {
  const trot = withGait(noCorrections, { gait: 'trot', from: 10, to: 50 });
  const both = withGait(trot, { gait: 'canter', from: 20, to: 30 });
  assert.deepEqual(both.segments, [
    { gait: 'trot', from: 10, to: 20 },
    { gait: 'canter', from: 20, to: 30 },
    { gait: 'trot', from: 30, to: 50 },
  ]);
});

test('however often stretches are corrected, none overlap, as the server demands', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 50 }))
    .map(([from, length]) => ({ gait: 'trot' as const, from, to: from + length }));
  fc.assert(
    fc.property(fc.array(stretch), (stretches) => {
      const { segments } = stretches.reduce(withGait, noCorrections);
      for (const [index, one] of segments.entries()) {
        assert.ok(one.to > one.from);
        assert.ok((segments[index - 1]?.to ?? 0) <= one.from);
      }
    }),
  );
});

test('a jump that was added and taken away again leaves nothing, as one that was taken away and added again', () => {
  assert.ok(isNothing(withoutJump(withJump(noCorrections, 70), 70)));
  assert.ok(isNothing(withJump(withoutJump(noCorrections, 70), 70.4)));
});

test('the strip shows what will be, in the time of a trimmed ride', () => {
  const corrections = withoutJump(
    withJump(withGait(noCorrections, { gait: 'canter', from: 130, to: 150 }), 205),
    171,
  );
  const shown = corrected(found, corrections, 100);
  assert.deepEqual(
    shown.segments.map(({ gait, from, to }) => [gait, from, to]),
    [
      ['walk', 0, 30],
      ['canter', 30, 50],
      ['walk', 50, 60],
      ['trot', 60, 120],
    ],
  );
  assert.deepEqual(
    shown.jumps.map(({ at, addedByHand }) => [at, addedByHand]),
    [
      [90, false],
      [105, true],
    ],
  );
});
