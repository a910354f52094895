import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestPlace, placeAt, placesOf, roundLength, stretchesOf } from './way.ts';

const line = [0, 1, 2, 3, 10, 11].map((at) => ({ at, east: at * 2, north: 0 }));

test('a way is cut where the gait changes, without a hole, and where positions are missing', () => {
  const segments = [
    { gait: 'walk', from: 0, to: 2 },
    { gait: 'trot', from: 2, to: 12 },
  ];
  assert.deepEqual(
    stretchesOf(line, segments).map(({ gait, places }) => [gait, places.map(({ at }) => at)]),
    [
      ['walk', [0, 1]],
      ['trot', [1, 2, 3]],
      ['trot', [10, 11]],
    ],
  );
});

test('seconds without a position are no place, and a ride without positions has no way', () => {
  const columns = [
    { name: 'east', values: [0, null, 4] },
    { name: 'north', values: [0, null, 3] },
  ];
  assert.deepEqual(placesOf({ time: [0, 1, 2], columns }), [
    { at: 0, east: 0, north: 0 },
    { at: 2, east: 4, north: 3 },
  ]);
  assert.equal(placesOf({ time: [0], columns: [] }), null);
});

test('an instant far from every position has no place', () => {
  assert.equal(placeAt(line, 1.4)?.at, 1);
  assert.equal(placeAt(line, 6.4), null);
});

test('a point finds the place it is nearest to', () => {
  assert.equal(nearestPlace(line, 3.7, 5)?.at, 2);
  assert.equal(nearestPlace([], 0, 0), null);
});

test('a scale bar has a round length', () => {
  assert.deepEqual([7, 19.9, 20, 99, 1234].map(roundLength), [5, 10, 20, 50, 1000]);
});
