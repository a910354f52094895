import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { viterbi } from './viterbi.ts';

const logarithm = fc.double({ min: -20, max: 0, noNaN: true });

test('no other path is likelier', () => {
  const task = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 })).chain(([states, n]) =>
    fc.record({
      states: fc.constant(states),
      n: fc.constant(n),
      emission: fc.array(logarithm, { minLength: n * states, maxLength: n * states }),
      transition: fc.array(logarithm, { minLength: states ** 2, maxLength: states ** 2 }),
      initial: fc.array(logarithm, { minLength: states, maxLength: states }),
    }),
  );
  fc.assert(
    fc.property(task, ({ states, n, emission, transition, initial }) => {
      const likelihood = (path: ArrayLike<number>) => {
        let sum = initial[path[0]];
        for (let i = 0; i < n; i++) {
          sum += emission[i * states + path[i]];
          if (i > 0) sum += transition[path[i - 1] * states + path[i]];
        }
        return sum;
      };
      const best = likelihood(viterbi(emission, transition, initial));
      for (let code = 0; code < states ** n; code++) {
        const path = Array.from({ length: n }, (_, i) => Math.floor(code / states ** i) % states);
        assert.ok(likelihood(path) <= best + 1e-9, `${path} is likelier`);
      }
    }),
  );
});

test('a sticky state outlasts one contrary observation', () => {
  const [sure, doubt] = [Math.log(0.8), Math.log(0.2)];
  const emission = [sure, doubt, sure, doubt, doubt, sure, sure, doubt, sure, doubt];
  const sticky = [0.95, 0.05, 0.05, 0.95].map(Math.log);
  assert.deepEqual([...viterbi(emission, sticky)], [0, 0, 0, 0, 0]);
  assert.deepEqual([...viterbi(emission, [0, 0, 0, 0])], [0, 0, 1, 0, 0]);
});

test('a forbidden step is not taken', () => {
  const forward = [0, 0, Number.NEGATIVE_INFINITY, 0];
  assert.deepEqual([...viterbi([-1, -2, -2, -1, -1, -2], forward, [0, 0])], [0, 0, 0]);
});

test('no observations have an empty path, and lengths that do not fit are refused', () => {
  assert.deepEqual(viterbi([], [0, 0, 0, 0]), new Uint8Array(0));
  assert.throws(() => viterbi([0, 0], [0, 0, 0]), /3 transitions do not make a square/);
  assert.throws(() => viterbi([0, 0, 0], [0, 0, 0, 0]), /3 emissions do not fit 2 states/);
  assert.throws(() => viterbi([0, 0], [0, 0, 0, 0], [0]), /1 initial values do not fit 2 states/);
});
