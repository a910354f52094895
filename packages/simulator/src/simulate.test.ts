import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomRide, scenarioNames, scenarios, simulate, straight, toCsv } from './index.ts';

const digest = (ride: ReturnType<typeof simulate>) => {
  const hash = createHash('sha256');
  for (const block of toCsv(ride)) hash.update(block);
  return hash.digest('hex');
};

test('the sample ride takes ten to twelve minutes and holds three gaits, both reins and straight trot', () => {
  const { time, acceleration, truth } = simulate('sample-ride');
  assert.equal(time[0], 0);
  assert.equal(time.at(-1), truth.recording.durationSeconds);
  assert.ok(truth.recording.durationSeconds >= 600 && truth.recording.durationSeconds <= 720);
  assert.equal(acceleration.x.length, time.length);
  for (const gait of ['walk', 'trot', 'canter'] as const) {
    assert.ok(truth.metrics.gaits[gait].time.value! > 60);
    for (const rein of ['left', 'right'] as const)
      assert.ok(truth.metrics.gaitByRein[gait][rein].time.value! > 5, `${gait} ${rein}`);
  }
  assert.ok(truth.metrics.symmetry.minDiff.n! >= 50);
});

test('every named ride is told in a sentence and covers its legs with touching segments and reins', () => {
  for (const scenario of scenarios) {
    assert.ok(scenario.description.length > 20);
    const { truth } = simulate(scenario.name, { sampleRateHz: 2 });
    assert.equal(
      truth.recording.durationSeconds,
      scenario.legs.reduce((sum, { seconds }) => sum + seconds, 0),
    );
    covers(truth.segments, truth.recording.durationSeconds);
    covers(truth.reins, truth.recording.durationSeconds);
    assert.equal(truth.metrics.transitions.count.value, truth.segments.length - 1);
  }
});

test('three hours are three hours', () => {
  assert.equal(
    scenarios.find(({ name }) => name === 'three-hours')!.legs.reduce((s, l) => s + l.seconds, 0),
    10_800,
  );
});

test("any ride drawn at random covers its time, its shares add up to 1 and its figures are a horse's", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const { truth, time } = randomRide(seed, { sampleRateHz: 25 });
      const { gaits, reins } = truth.metrics;
      covers(truth.segments, truth.recording.durationSeconds);
      covers(truth.reins, truth.recording.durationSeconds);
      assert.equal(time.at(-1), truth.recording.durationSeconds);
      near(sum(Object.values(gaits).map(({ share }) => share.value ?? 0)), 1);
      const ofReins = Object.values(reins).map(({ share }) => share.value!);
      near(sum(ofReins), 1);
      within(gaits.walk, [30, 72], [0.7, 7]);
      within(gaits.trot, [50, 97], [5.5, 20]);
      within(gaits.canter, [75, 130], [11, 36]);
      within(gaits.gallop, [110, 165], [6, 25]);
    }),
    { numRuns: 40 },
  );
});

test('the same ride, seed and rate give the same bytes, another seed others', () => {
  const once = digest(simulate('trot-in-hand', { seed: 5 }));
  assert.equal(digest(simulate('trot-in-hand', { seed: 5 })), once);
  assert.notEqual(digest(simulate('trot-in-hand', { seed: 6 })), once);
});

test('mounting, rate and every fault of the sensor leave the truth as it is', () => {
  const { truth } = simulate('trot-in-hand');
  const options = fc.record({
    sampleRateHz: fc.integer({ min: 25, max: 450 }),
    mounting: fc.tuple(
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    ),
    sensor: fc.record({
      rangeG: fc.constantFrom(2, 16),
      noiseG: fc.double({ min: 0, max: 0.05, noNaN: true }),
      dropped: fc.double({ min: 0, max: 0.05, noNaN: true }),
    }),
  });
  fc.assert(
    fc.property(options, (given) => {
      assert.deepEqual(simulate('trot-in-hand', given).truth, truth);
    }),
    { numRuns: 10 },
  );
});

test('a halt is near 1 g and near stillness, but never quite still', () => {
  const ride = simulate(
    { name: 'box', description: '', legs: [{ gait: 'halt', seconds: 300, path: straight }] },
    { sensor: { noiseG: 0, offsetG: [0, 0, 0], scaleError: [0, 0, 0] } },
  );
  const { x, y, z } = ride.acceleration;
  const norms = x.map((value, i) => Math.hypot(value, y[i], z[i]));
  const mean = norms.reduce((a, b) => a + b) / norms.length;
  const deviation = Math.sqrt(norms.reduce((a, b) => a + (b - mean) ** 2, 0) / norms.length);
  assert.ok(Math.abs(mean - 1) < 0.002, `${mean}`);
  assert.ok(deviation > 0.0005 && deviation < 0.03, `${deviation}`);
});

test('a pony strides quicker than a warmblood', () => {
  const cadence = (kind: 'pony' | 'warmblood') =>
    sum(
      [1, 2, 3, 4].map(
        (seed) =>
          simulate('trot-in-hand', { seed, sampleRateHz: 5, horse: { kind } }).truth.metrics.gaits.trot
            .cadence.value!,
      ),
    );
  assert.ok(cadence('pony') > cadence('warmblood') * 1.05);
});

test('strides in which the gait changes belong to no gait', () => {
  const legs = (['walk', 'canter', 'walk'] as const).map((gait) => ({ gait, seconds: 30, path: straight }));
  for (const seed of [1, 2, 3]) {
    const { canter } = simulate({ name: 'test', description: '', legs }, { seed, sampleRateHz: 2 }).truth
      .metrics.gaits;
    // A stride with half of a walk in it would be some 5 cm lower than the others.
    assert.ok(canter.strides.value! - canter.elevation.n! >= 2);
    assert.ok(canter.elevation.spread! < 2.5, `${canter.elevation.spread}`);
  }
});

test('a gait not ridden says so', () => {
  const { canter } = simulate('walk-only', { sampleRateHz: 2 }).truth.metrics.gaits;
  assert.deepEqual(
    [canter.cadence.value, canter.cadence.quality, canter.cadence.reason],
    [null, 'none', 'not ridden'],
  );
});

test('a gait ridden too shortly for a whole stride is counted in time and says why it has no figure', () => {
  const legs = (['halt', 'walk', 'halt'] as const).map((gait) => ({ gait, seconds: 3, path: straight }));
  const { truth } = simulate({ name: 'test', description: '', legs }, { seed: 6 });
  const { time, cadence, strides } = truth.metrics.gaits.walk;
  assert.equal(time.value, 3);
  assert.equal(cadence.value, null);
  assert.match(cadence.reason!, /not one whole stride/);
  assert.equal(strides.value, 2);
});

test('a ride nobody knows is refused with the names there are', () => {
  assert.throws(() => simulate('moon-walk'), new RegExp(scenarioNames.join(', ')));
});

test('a leg too short to change gait in, an empty ride and a broken seed are refused', () => {
  const leg = { gait: 'walk', seconds: 1, path: straight } as const;
  assert.throws(() => simulate({ name: 'x', description: '', legs: [leg] }), /A leg of 1 s: at least 3 s/);
  assert.throws(() => simulate({ name: 'x', description: '', legs: [] }), /at least one leg/);
  assert.throws(() => simulate('walk-only', { seed: 0.5 }), /Seed 0.5/);
  assert.throws(() => simulate('walk-only', { mounting: [0, 0, 0, 0] }), /Not a rotation/);
});

function covers(spans: readonly { from: number; to: number }[], duration: number): void {
  assert.equal(spans[0].from, 0);
  assert.equal(spans.at(-1)!.to, duration);
  for (let i = 1; i < spans.length; i++) assert.equal(spans[i].from, spans[i - 1].to);
}

type Figures = { cadence: { value: number | null }; elevation: { value: number | null } };
function within({ cadence, elevation }: Figures, strides: [number, number], cm: [number, number]): void {
  for (const [figure, [low, high]] of [
    [cadence, strides],
    [elevation, cm],
  ] as const)
    assert.ok(figure.value === null || (figure.value >= low && figure.value <= high), `${figure.value}`);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const near = (value: number, to: number) => assert.ok(Math.abs(value - to) < 1e-3, `${value}`);
