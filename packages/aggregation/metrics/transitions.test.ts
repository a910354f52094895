import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gaitNames } from '../schemas/session-result.ts';
import { transitions } from './transitions.ts';

const segments = (...gaits: (typeof gaitNames)[number][]) =>
  gaits.map((gait, i) => ({ gait, from: 10 * i, to: 10 * (i + 1) }));

test('every change of gait counts, halts included', () => {
  assert.deepEqual(transitions(segments('halt', 'walk', 'trot')), [
    { at: 10, fromGait: 'halt', toGait: 'walk' },
    { at: 20, fromGait: 'walk', toGait: 'trot' },
  ]);
});

test('the unknown between two gaits is one transition, at its end', () => {
  assert.deepEqual(transitions(segments('walk', 'unknown', 'trot')), [
    { at: 20, fromGait: 'walk', toGait: 'trot' },
  ]);
});

test('the same gait going on after the unknown is no transition, nor are the ends of the recording', () => {
  assert.deepEqual(transitions(segments('unknown', 'walk', 'unknown', 'walk', 'unknown')), []);
});

test('each transition begins with the gait that the one before ended in', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...gaitNames), { maxLength: 30 }), (gaits) => {
      const found = transitions(segments(...gaits));
      for (const [i, { fromGait, toGait }] of found.entries()) {
        assert.notEqual(fromGait, toGait);
        if (i > 0) assert.equal(fromGait, found[i - 1].toGait);
      }
    }),
  );
});
