import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast } from '../../testing/contrast.fixture.ts';
import { ride as de } from '../language/de/ride.ts';
import { ride as en } from '../language/en/ride.ts';
import { ride as fr } from '../language/fr/ride.ts';
import { gaitDrawings, reinDrawings } from './gaits.ts';

test('what stands on the colour of a gait or a rein can be read', () => {
  for (const { name, colour, ink } of [...Object.values(gaitDrawings), ...Object.values(reinDrawings)]) {
    assert.ok(contrast(colour, ink) >= 4.5, `${name}: ${contrast(colour, ink).toFixed(2)}`);
  }
});

test('in no language two gaits or reins share a letter, so that no colour stands alone', () => {
  for (const { gaits, reins } of [en, fr, de]) {
    const letters = [...Object.values(gaits), ...Object.values(reins)].map(({ letter }) => letter);
    assert.deepEqual(letters, [...new Set(letters)]);
  }
});

test('no rein has the colour of a gait, as both stand on one strip', () => {
  const ofGaits = Object.values(gaitDrawings).map(({ colour }) => colour);
  for (const { name, colour } of Object.values(reinDrawings)) assert.ok(!ofGaits.includes(colour), name);
});
