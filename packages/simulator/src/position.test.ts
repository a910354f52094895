import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circle, type Leg, type Position, simulate, straight } from './index.ts';

const place = { latitude: 47, longitude: 8, altitude: 500, bearing: 90 };
const ride = (leg: Omit<Leg, 'seconds'>, seconds = 120, sensor = {}) =>
  simulate(
    { name: 'test', description: '', legs: [{ seconds, ...leg }] },
    { sampleRateHz: 2, place, sensor: { positionError: 0, positionOutagesPerHour: 0, ...sensor } },
  );

const metres = ({ latitude, longitude }: Position) =>
  Array.from(latitude, (lat, i) => ({
    north: (lat - place.latitude) * 111_320,
    east: (longitude[i] - place.longitude) * 111_320 * Math.cos((place.latitude * Math.PI) / 180),
  }));

test('the way is as long as the distance, and a straight line goes where it was headed', () => {
  const { position, truth } = ride({ gait: 'trot', path: straight });
  const way = metres(position);
  let length = 0;
  for (let i = 1; i < way.length; i++)
    length += Math.hypot(way[i].east - way[i - 1].east, way[i].north - way[i - 1].north);
  const { distance, gaits } = truth.metrics.position;
  assert.ok(Math.abs(length / distance.value! - 1) < 0.005, `${length} ${distance.value}`);
  assert.ok(way.at(-1)!.east > 0.95 * length);
  assert.ok(Math.abs(gaits.trot.speed.value! - distance.value! / 2) < 1);
  assert.equal(gaits.walk.speed.reason, 'not ridden');
});

test('on a circle one comes round again', () => {
  const way = metres(ride({ gait: 'trot', path: circle('left', 20) }, 60).position);
  assert.ok(Math.max(...way.map(({ east, north }) => Math.hypot(east, north))) < 30);
});

test('a slope of 1 in 20 climbs a twentieth of the distance, downhill none', () => {
  const { truth, position } = ride({ gait: 'walk', path: straight, slope: 0.05 });
  const { distance, climb } = truth.metrics.position;
  assert.ok(Math.abs(climb.value! / distance.value! - 0.05) < 0.003);
  assert.ok(Math.abs(position.altitude.at(-1)! - 500 - climb.value!) < 0.5);
  assert.equal(ride({ gait: 'walk', path: straight, slope: -0.05 }).truth.metrics.position.climb.value, 0);
});

test('errors of metres and outages leave the truth alone', () => {
  const leg = { gait: 'walk', path: straight } as const;
  const exact = ride(leg, 600);
  const off = ride(leg, 600, { positionError: 3, positionOutagesPerHour: 60 });
  assert.deepEqual(off.truth, exact.truth);
  assert.ok(off.position.time.length < exact.position.time.length);
  const [a, b] = [metres(exact.position), metres(off.position)];
  const errors = Array.from(off.position.time, (at, i) => b[i].north - a[at].north);
  const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
  assert.ok(deviation > 1 && deviation < 6, `${deviation}`);
});
