import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast } from '../../testing/contrast.fixture.ts';
import { gaitDrawings, reinDrawings } from './gaits.ts';

test('what stands on the colour of a gait or a rein can be read', () => {
  for (const { name, colour, ink } of [...Object.values(gaitDrawings), ...Object.values(reinDrawings)]) {
    assert.ok(contrast(colour, ink) >= 4.5, `${name}: ${contrast(colour, ink).toFixed(2)}`);
  }
});

test('no two gaits share a letter, so that no colour stands alone', () => {
  const letters = Object.values(gaitDrawings).map(({ letter }) => letter);
  assert.equal(new Set(letters).size, letters.length);
});

test('no rein has the colour of a gait, as both stand on one strip', () => {
  const ofGaits = Object.values(gaitDrawings).map(({ colour }) => colour);
  for (const { name, colour } of Object.values(reinDrawings)) assert.ok(!ofGaits.includes(colour), name);
});
