import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCombinations, flightOf, inCombination, type Jump, sureness } from './jumps.ts';

const jump = (at: number, combination: number | null): Jump => ({
  at,
  combination,
  confidence: 0.9,
  takeOff: at - 0.25,
  landing: at + 0.25,
  addedByHand: false,
});

test('a jump knows its place in its combination', () => {
  const jumps = [jump(1, null), jump(5, 0), jump(7, 0), jump(20, 1), jump(22, 1)];
  assert.deepEqual(
    jumps.map((one) => inCombination(jumps, one)?.place ?? null),
    [null, 1, 2, 1, 2],
  );
  assert.deepEqual(inCombination(jumps, jumps[4] as Jump), { combination: 2, place: 2, size: 2 });
  assert.equal(countCombinations(jumps), 2);
});

test('a jump that was added by hand has no flight', () => {
  assert.equal(flightOf(jump(1, null)), 0.5);
  assert.equal(flightOf({ takeOff: null, landing: null }), null);
});

test('how sure a jump is has three steps', () => {
  assert.deepEqual(
    [1, 0.8, 0.7, 0.5, 0.2].map((confidence) => sureness({ confidence })),
    ['clear', 'clear', 'likely', 'likely', 'doubtful'],
  );
});
