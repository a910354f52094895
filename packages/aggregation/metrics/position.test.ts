import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from '@piaffe/recordings';
import fc from 'fast-check';
import { riddenWay } from '../position/ridden-way.ts';
import type { Segment } from '../schemas/session-result.ts';
import { energy } from './energy.ts';
import { position } from './position.ts';

const metresPerDegree = 111_195;
/** Repeatable, standard deviation about 1. */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return () => Math.sqrt(3) * (uniform() + uniform() + uniform() + uniform() - 2);
}

/** One fix a second on the equator, by metres to the east and up. */
function fixes(
  seconds: number,
  {
    east = () => 0,
    north = () => 0,
    altitude = () => NaN,
    speed = () => NaN,
  }: Partial<Record<'east' | 'north' | 'altitude' | 'speed', (at: number) => number>>,
  keep: (at: number) => boolean = () => true,
): Position {
  const times = Array.from({ length: seconds }, (_, at) => at).filter(keep);
  return {
    time: Float64Array.from(times),
    latitude: Float64Array.from(times, (at) => north(at) / metresPerDegree),
    longitude: Float64Array.from(times, (at) => 1 + east(at) / metresPerDegree),
    altitude: Float32Array.from(times, altitude),
    speed: Float32Array.from(times, speed),
    accuracy: new Float32Array(times.length).fill(NaN),
  };
}
const whole = (gait: Segment['gait'], to: number): Segment[] => [{ gait, from: 0, to }];
function metricsOf(given: Position, segments: Segment[]) {
  const way = riddenWay(given, segments, Math.floor(segments.at(-1)!.to) + 1);
  return { ...position(way, segments, null), way, energy: energy(way, segments) };
}

test('distance and speed on a straight line, from the places alone', () => {
  const { distance, gaits } = metricsOf(fixes(300, { east: (at) => 3.5 * at }), whole('trot', 299));
  near(distance.value, 3.5 * 300, 6);
  near(gaits.trot.speed.value, 210, 1);
  assert.equal(gaits.walk.speed.reason, 'not ridden');
});

test('noise of the satellites adds no distance to a horse that stands', () => {
  const [a, b] = [noise(1), noise(2)];
  const wandering = fixes(600, { east: () => 3 * a(), north: () => 3 * b() });
  assert.equal(metricsOf(wandering, whole('halt', 599)).distance.value, 0);
});

test('noise of single fixes adds little to a walk', () => {
  const [a, b] = [noise(3), noise(4)];
  const noisy = fixes(600, { east: (at) => 1.6 * at + 2 * a(), north: () => 2 * b() });
  near(metricsOf(noisy, whole('walk', 599)).gaits.walk.speed.value, 96, 4);
});

test('the speed that the device measured itself goes before that of its places', () => {
  const told = fixes(100, { east: (at) => 5 * at, speed: () => 4 });
  near(metricsOf(told, whole('canter', 99)).gaits.canter.speed.value, 240, 0.5);
});

test('a gap is left open, and the quality says so', () => {
  const { distance } = metricsOf(
    fixes(300, { east: (at) => 2 * at }, (at) => at < 100 || at >= 200),
    whole('walk', 299),
  );
  near(distance.value, 400, 5);
  assert.equal(distance.quality, 'fair');
  assert.match(distance.reason!, /66 % of the ride only/);
});

test('a fix that leaps away is left out', () => {
  const { way, distance } = metricsOf(
    fixes(200, { east: (at) => (at === 100 ? 9000 : 2 * at) }),
    whole('walk', 199),
  );
  assert.equal(way!.leftOut, 1);
  near(distance.value, 400, 6);
});

test('fixes all over the earth are none of a horse: no distance, and the reason', () => {
  const [a, b] = [noise(6), noise(7)];
  const anywhere = { east: () => 3e6 * a(), north: () => 3e6 * b() };
  const { distance, gaits, energy, way } = metricsOf(fixes(600, anywhere), whole('unknown', 599));
  for (const metric of [distance, gaits.walk.speed, energy.perKilogram])
    assert.deepEqual([metric.value, metric.reason], [null, 'no usable position in the recording']);
  assert.equal(way!.leftOut, 600);
});

test('a ride between fixes that no horse reaches is measured over what is left', () => {
  const cached = (at: number) => (at < 3 ? 50_000 : 2 * at);
  const { distance, way } = metricsOf(fixes(300, { east: cached }), whole('walk', 299));
  near(distance.value, 600, 25);
  for (const speed of way!.speed) assert.ok(!(speed > 3));
});

test('what is quicker than any horse is left open', () => {
  const driven = fixes(200, { east: (at) => (at < 100 ? 2 * at : 200 + 40 * (at - 100)) });
  const { distance } = metricsOf(driven, whole('walk', 199));
  near(distance.value, 200, 60);
  assert.notEqual(distance.quality, 'good');
});

test('the way from one fix to the next is ridden once', () => {
  const two = metricsOf(fixes(2, { east: (at) => 11 * at }), whole('unknown', 1)).distance;
  assert.deepEqual([two.value, two.quality], [11, 'poor']);
  assert.match(two.reason!, /less than half a minute/);
  const { distance, gaits } = metricsOf(fixes(600, { east: (at) => 3.3 * at }), [
    { gait: 'walk', from: 0, to: 300 },
    { gait: 'trot', from: 300, to: 599 },
  ]);
  near(distance.value, 3.3 * 599, 3);
  near(gaits.walk.distance.value! + gaits.trot.distance.value!, distance.value!, 1);
});

test('a horse that stands goes nowhere, without gaits too', () => {
  for (const metres of [0.3, 1, 3, 8]) {
    const [a, b] = [noise(8), noise(9)];
    const wandering = fixes(1800, { east: () => metres * a(), north: () => metres * b() });
    assert.equal(metricsOf(wandering, whole('unknown', 1799)).distance.value, 0, `${metres} m`);
  }
});

test('without gaits a walk through noise is still ridden', () => {
  const [a, b] = [noise(10), noise(11)];
  const east = (at: number) => 1.6 * Math.max(0, at - 300) + 3 * a();
  const { distance } = metricsOf(fixes(900, { east, north: () => 3 * b() }), whole('unknown', 899));
  near(distance.value, 1.6 * 600, 96);
});

test('climb counts the hills and not the noise', () => {
  const hills = (at: number) => 10 * (1 - Math.cos((2 * Math.PI * at) / 600));
  const rough = noise(5);
  const climbed = (altitude: (at: number) => number) =>
    metricsOf(fixes(1800, { east: (at) => 2 * at, altitude }), whole('walk', 1799)).climb;
  near(climbed(hills).value, 60, 3);
  assert.equal(climbed(hills).quality, 'good');
  near(climbed((at) => hills(at) + 2 * rough()).value, 60, 6);
  assert.equal(climbed(() => 300 + 2 * rough()).value, 0);
  assert.match(climbed(() => 300 + 2 * rough()).reason!, /rises of less than/);
});

test('a track without altitudes has no climb, and says why', () => {
  const { climb } = metricsOf(fixes(100, { east: (at) => at }), whole('walk', 99));
  assert.deepEqual([climb.value, climb.reason], [null, 'no altitude in the recording']);
});

test('energy follows Pagan and Hintz, and is not told of a ride that is too fast for them', () => {
  const at = (metresPerMinute: number) =>
    metricsOf(fixes(601, { speed: () => metresPerMinute / 60 }), whole('canter', 600)).energy.perKilogram;
  near(at(240).value, (10 * 4.184 * Math.exp(3.02 + 0.0065 * 240)) / 1000, 0.02);
  assert.equal(at(240).quality, 'fair');
  assert.equal(at(600).value, null);
  assert.match(at(600).reason!, /400 m\/min/);
});

test('whatever fixes there are, distances are no less than 0 and no speed is beyond a horse', () => {
  const fix = fc.record({
    step: fc.double({ min: 0.05, max: 40, noNaN: true }),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    altitude: fc.oneof(fc.constant(NaN), fc.float({ min: -500, max: 9000, noNaN: true })),
    speed: fc.oneof(fc.constant(NaN), fc.float({ min: -1, max: 200, noNaN: true })),
    accuracy: fc.oneof(fc.constant(NaN), fc.float({ min: 0, max: 500, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(fix, { minLength: 1, maxLength: 40 }), (all) => {
      let time = -30;
      const column = (of: (each: (typeof all)[number]) => number) => Float64Array.from(all, of);
      const given = {
        time: column(({ step }) => (time += step)),
        latitude: column(({ latitude }) => latitude),
        longitude: column(({ longitude }) => longitude),
        altitude: Float32Array.from(column(({ altitude }) => altitude)),
        speed: Float32Array.from(column(({ speed }) => speed)),
        accuracy: Float32Array.from(column(({ accuracy }) => accuracy)),
      };
      const { distance, way } = metricsOf(given, [
        ...whole('walk', 100),
        { gait: 'halt', from: 100, to: 200 },
      ]);
      assert.ok(distance.value === null || distance.value >= 0);
      assert.ok(distance.value !== null || distance.reason);
      if (way) for (const speed of way.speed) assert.ok(Number.isNaN(speed) || speed >= 0);
    }),
  );
});

function near(value: number | null, expected: number, tolerance: number): void {
  assert.ok(value !== null && Math.abs(value - expected) <= tolerance, `${value} where ${expected} is right`);
}
