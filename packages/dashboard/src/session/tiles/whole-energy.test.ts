import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeEnergy } from './whole-energy.ts';

test('energy is told for the horse with its rider and tack', () => {
  assert.equal(wholeEnergy(40, 515), 24);
});

test('without the weight of the horse, or without energy, there is none', () => {
  assert.equal(wholeEnergy(40, null), null);
  assert.equal(wholeEnergy(null, 515), null);
});
