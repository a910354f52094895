import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { idealSensor, type Scenario, scenarios, simulate, straight } from '@piaffe/simulator';
import { aggregateRide, aggregateText, editedCsv, gaitAgreement } from './testing/simulated.fixture.ts';

const ride = simulate('sample-ride');

/** Straight trot between two halts, so that every figure has a simple truth. */
const trotInHand: Scenario = {
  name: 'trot in hand',
  description: 'straight trot',
  legs: [
    { gait: 'halt', seconds: 8, path: [{ curvature: 0, metres: 1000 }] },
    { gait: 'trot', seconds: 60, path: [{ curvature: 0, metres: 1000 }] },
    { gait: 'halt', seconds: 8, path: [{ curvature: 0, metres: 1000 }] },
  ],
};

/** Three gaits on both reins in three minutes, for what is told many times. */
const threeGaits: Scenario = {
  name: 'three gaits',
  description: 'halt, walk straight on, trot on the left rein and straight on, canter on the right, halt',
  legs: [
    { gait: 'halt', seconds: 10, path: straight },
    { gait: 'walk', seconds: 50, path: straight },
    { gait: 'trot', seconds: 40, path: [{ curvature: 1 / 10, metres: 1000 }] },
    { gait: 'trot', seconds: 40, path: straight },
    { gait: 'canter', seconds: 50, path: [{ curvature: -1 / 10, metres: 1000 }] },
    { gait: 'halt', seconds: 10, path: straight },
  ],
};

const result = await aggregateRide(ride);
const { metrics } = result;
const truth = ride.truth.metrics;

test('the gaits of a simulated ride are found', () => {
  assert.ok(gaitAgreement(result, ride) > 0.985);
  assert.deepEqual(
    result.segments.map((segment) => segment.gait),
    ride.truth.segments.map((segment) => segment.gait),
  );
});

test('each change of gait is timed to a second', () => {
  for (const [i, { at }] of ride.truth.transitions.entries())
    near(result.transitions[i].at, at, 1, `change ${i}`);
});

test('a gallop is told from the canter of the same ride', async () => {
  const { legs, ...horse } = scenarios.find(({ name }) => name === 'hack')!;
  // The first of its three rounds.
  const hack = simulate({ ...horse, legs: legs.slice(0, 12) }, { sampleRateHz: 50 });
  const found = await aggregateRide(hack);
  assert.ok(hack.truth.metrics.gaits.gallop.time.value! > 30);
  assert.ok(gaitAgreement(found, hack) > 0.98, `${gaitAgreement(found, hack)}`);
});

test("a pony's quick canter is told from its gallop by its own strides", async () => {
  const pony = simulate(
    {
      name: 'pony',
      description: 'a quick canter, then a gallop',
      horse: { kind: 'pony' },
      legs: [
        { gait: 'halt', seconds: 10, path: straight },
        { gait: 'canter', seconds: 60, path: straight, effort: 1.05 },
        { gait: 'gallop', seconds: 40, path: straight },
        { gait: 'trot', seconds: 20, path: straight },
      ],
    },
    { seed: 7, sampleRateHz: 50 },
  );
  assert.ok(pony.truth.metrics.gaits.canter.cadence.value! > 123);
  const agreement = gaitAgreement(await aggregateRide(pony), pony);
  assert.ok(agreement > 0.95, `${agreement}`);
});

test('without gravity and gyroscope gaits and cadence stay, heights are poor and reins are missing', async () => {
  const level = simulate('sample-ride', { sensor: idealSensor, mounting: [1, 0, 0, 0] });
  const { x, y, z } = level.acceleration;
  const rows = Array.from(
    level.time,
    (time, i) => `${time},${x[i] * 9.80665},${y[i] * 9.80665},${(z[i] - 1) * 9.80665}`,
  );
  const found = await aggregateText(`t_s,ax_ms2,ay_ms2,az_ms2\n${rows.join('\n')}`);
  assert.ok(gaitAgreement(found, level) > 0.95, `${gaitAgreement(found, level)}`);
  near(found.metrics.gaits.trot.cadence.value, level.truth.metrics.gaits.trot.cadence.value, 1, 'cadence');
  assert.equal(found.metrics.gaits.trot.elevation.quality, 'poor');
  assert.ok(found.metrics.reins.left.time.reason);
});

test('segments and reins touch each other and cover the recording', () => {
  for (const list of [result.segments, result.reins]) {
    assert.equal(list[0].from, 0);
    assert.ok(Math.abs(list.at(-1)!.to - result.recording.durationSeconds) < 0.01);
    for (let i = 1; i < list.length; i++) assert.equal(list[i].from, list[i - 1].to);
  }
});

test('cadence, elevation and the number of strides agree with the truth', () => {
  for (const gait of ['walk', 'trot', 'canter'] as const) {
    near(metrics.gaits[gait].cadence.value, truth.gaits[gait].cadence.value, 0.4, `${gait} cadence`);
    const height = truth.gaits[gait].elevation.value!;
    near(
      metrics.gaits[gait].elevation.value,
      height,
      (gait === 'walk' ? 0.1 : 0.05) * height,
      `${gait} elevation`,
    );
    const strides = truth.gaits[gait].strides.value!;
    near(metrics.gaits[gait].strides.value, strides, 0.02 * strides + 1, `${gait} strides`);
  }
});

test('reins, symmetry, transitions and load agree with the truth', () => {
  for (const rein of ['left', 'straight', 'right'] as const)
    near(metrics.reins[rein].share.value, truth.reins[rein].share.value, 0.02, rein);
  near(metrics.symmetry.minDiff.value, truth.symmetry.minDiff.value, 2, 'minDiff');
  near(metrics.symmetry.maxDiff.value, truth.symmetry.maxDiff.value, 2, 'maxDiff');
  assert.equal(metrics.transitions.count.value, ride.truth.transitions.length);
  near(metrics.load.gaitMinutes.value, truth.load.gaitMinutes.value, 0.2, 'load');
});

test('what is not computed says so, and a gait without figures says why', () => {
  assert.equal(metrics.heartRate.zones.z1.reason, 'no heart rate in the recording');
  assert.equal(metrics.position.gaits.walk.speed.reason, 'no position in the recording');
  assert.equal(metrics.energy.perKilogram.reason, 'no position in the recording');
  assert.equal(metrics.gaits.tolt.cadence.reason, 'not computed by this version');
  assert.equal(metrics.gaits.gallop.cadence.reason, 'not ridden');
  assert.equal(metrics.gaitByRein.gallop.left.time.reason, 'not ridden');
});

test('every missing number has a reason and every number a quality', () => {
  for (const metric of leaves(metrics)) {
    assert.equal(metric.value === null, metric.quality === 'none');
    if (metric.value === null) assert.ok(metric.reason);
  }
});

test('the same bytes give the same result', async () => {
  assert.equal(JSON.stringify(await aggregateRide(ride)), JSON.stringify(result));
});

test('a sensor may be mounted any way round', async () => {
  const upright = await aggregateRide(simulate(threeGaits, { sensor: idealSensor, mounting: [1, 0, 0, 0] }));
  for (const mounting of [
    [0, 1, 0, 0],
    [0.5, 0.5, -0.5, 0.5],
    [0.1, -0.7, 0.4, 0.6],
  ] as const) {
    const turned = await aggregateRide(simulate(threeGaits, { sensor: idealSensor, mounting }));
    assert.deepEqual(
      turned.segments.map((segment) => segment.gait),
      upright.segments.map((segment) => segment.gait),
    );
    for (const gait of ['walk', 'trot', 'canter'] as const) {
      near(
        turned.metrics.gaits[gait].cadence.value,
        upright.metrics.gaits[gait].cadence.value,
        0.3,
        'cadence',
      );
      const height = upright.metrics.gaits[gait].elevation.value!;
      near(turned.metrics.gaits[gait].elevation.value, height, 0.02 * height, 'elevation');
    }
    near(turned.metrics.symmetry.minDiff.value, upright.metrics.symmetry.minDiff.value, 0.5, 'minDiff');
    near(turned.metrics.reins.left.share.value, upright.metrics.reins.left.share.value, 0.01, 'left');
  }
});

test('a sensor may sample from 25 to 400 times a second', async () => {
  for (const sampleRateHz of [25, 60, 400]) {
    const sampled = simulate(threeGaits, { sampleRateHz });
    const result = await aggregateRide(sampled);
    assert.ok(gaitAgreement(result, sampled) > 0.985, `${sampleRateHz} Hz`);
    near(
      result.metrics.gaits.trot.cadence.value,
      sampled.truth.metrics.gaits.trot.cadence.value,
      0.4,
      'cadence',
    );
  }
});

test('without a gyroscope gaits and cadence stay, and what needs one says so', async () => {
  const result = await aggregateText(editedCsv(ride, { columns: 4 }));
  assert.ok(gaitAgreement(result, ride) > 0.985);
  assert.deepEqual(result.recording.channels, ['ax', 'ay', 'az']);
  assert.deepEqual(result.reins, []);
  assert.deepEqual(result.symmetryPhases, []);
  for (const metric of [
    result.metrics.symmetry.score,
    result.metrics.reins.left.share,
    result.metrics.gaitByRein.trot.right.time,
  ]) {
    assert.equal(metric.value, null);
    assert.match(metric.reason!, /gyroscope/);
  }
  for (const metric of leaves(result.metrics)) assert.notEqual(metric.quality, 'good');
  assert.equal(result.metrics.gaits.trot.time.reason, 'the gaits were told without a gyroscope');
});

const inTrot = ride.truth.segments.find((segment) => segment.gait === 'trot')!.from + 60;

test('a gap of up to 2 s inside a gait is bridged', async () => {
  const text = editedCsv(ride, { keep: (time) => time < inTrot || time > inTrot + 1.9 });
  const result = await aggregateText(text);
  assert.equal(result.metrics.gaits.unknown.time.value, 0);
  assert.equal(result.metrics.transitions.count.value, ride.truth.transitions.length);
  assert.equal(result.quality.gaps.length, 1);
});

test('strides that a gap reaches into give no height', async () => {
  const text = editedCsv(ride, { keep: (time) => time % 20 > 0.6 });
  const { metrics } = await aggregateText(text);
  for (const gait of ['walk', 'trot', 'canter'] as const) {
    const height = ride.truth.metrics.gaits[gait].elevation.value!;
    near(metrics.gaits[gait].elevation.value, height, (gait === 'walk' ? 0.1 : 0.05) * height, gait);
  }
});

test('no number is trusted where most of the ride is lost', async () => {
  const { metrics } = await aggregateText(editedCsv(ride, { keep: (time) => time % 10 < 4 }));
  for (const metric of leaves(metrics)) assert.ok(['poor', 'none'].includes(metric.quality));
  assert.match(metrics.gaits.walk.time.reason!, /less than half/);
});

test('a gap of more than 2 s is unknown, and no transition', async () => {
  const text = editedCsv(ride, { keep: (time) => time < inTrot || time > inTrot + 20 });
  const result = await aggregateText(text);
  near(result.metrics.gaits.unknown.time.value, 20, 0.2, 'unknown');
  assert.equal(result.metrics.transitions.count.value, ride.truth.transitions.length);
});

test('the rein is left on the left circle and right on the right one, however the sensor is mounted', async () => {
  for (const rein of ['left', 'right'] as const)
    for (const mounting of [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ] as const) {
      const { metrics } = await aggregateRide(simulate(`lunge-${rein}`, { mounting }));
      assert.ok(metrics.reins[rein].share.value! > 0.8, `${rein}: ${metrics.reins[rein].share.value}`);
    }
});

test('reins are fair at best where the offset of the gyroscope was never seen at rest', async () => {
  const moving = await aggregateText(editedCsv(ride, { keep: (time) => time > 60 && time < 120 }));
  assert.equal(moving.metrics.reins.left.share.quality, 'fair');
  assert.ok(moving.quality.notes.some((note) => /stood still/.test(note)));
});

test('what is put into a gap is no standing horse: the offset of the gyroscope is not seen there', async () => {
  const kept = (time: number) => time > 60 && time < 180 && (time < 100 || time > 140);
  const { metrics, quality } = await aggregateText(editedCsv(ride, { keep: kept }));
  assert.equal(quality.gaps.length, 1);
  assert.equal(metrics.gaits.halt.time.value, 0);
  assert.ok(quality.notes.some((note) => /never stood still/.test(note)));
});

test('symmetry is that of the trunk, to a millimetre, from an ideal sensor', async () => {
  for (const seed of [1, 2, 3]) {
    const inHand = simulate(trotInHand, { seed, sensor: idealSensor });
    const { metrics, symmetryPhases } = await aggregateRide(inHand);
    const truth = inHand.truth.metrics.symmetry;
    near(metrics.symmetry.minDiff.value, truth.minDiff.value, 0.8, `minDiff, seed ${seed}`);
    near(metrics.symmetry.maxDiff.value, truth.maxDiff.value, 0.8, `maxDiff, seed ${seed}`);
    near(metrics.symmetry.range.value, truth.range.value, 0.02 * truth.range.value!, `range, seed ${seed}`);
    const { relativeSign } = symmetryPhases[0];
    if (relativeSign !== null) assert.equal(relativeSign, inHand.truth.symmetryPhases[0].relativeSign);
  }
});

test('symmetry is not given for a ride without trot, or with too little of it on a straight line', async () => {
  const walk = simulate({
    ...trotInHand,
    legs: [{ gait: 'walk', seconds: 40, path: trotInHand.legs[0].path }],
  });
  assert.equal((await aggregateRide(walk)).metrics.symmetry.score.reason, 'no trot ridden');
  const circle = [{ curvature: 1 / 8, metres: 1000 }];
  const circling = simulate({ ...trotInHand, legs: [{ gait: 'trot', seconds: 40, path: circle }] });
  assert.match((await aggregateRide(circling)).metrics.symmetry.score.reason!, /no straight trot/);
});

test('a sensor on a table stands still', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i / 100},0,0,1,0,0,0`);
  const { segments, metrics } = await aggregateText(
    `t_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\n${rows.join('\n')}`,
  );
  assert.deepEqual(segments, [{ gait: 'halt', from: 0, to: 29.99 }]);
  assert.equal(metrics.reins.left.share.reason, 'the horse did not move');
});

test('shaking without a rhythm is no gait', async () => {
  let seed = 7;
  const noise = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 1073741824 - 1;
  };
  const rows = Array.from(
    { length: 4000 },
    (_, i) =>
      `${i / 100},${noise()},${noise()},${1 + noise()},${90 * noise()},${90 * noise()},${90 * noise()}`,
  );
  const { metrics } = await aggregateText(`t_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\n${rows.join('\n')}`);
  assert.ok(metrics.gaits.unknown.share.value! > 0.8, `unknown share ${metrics.gaits.unknown.share.value}`);
});

test('a file whose reading is left to its decoder is read by its own', async () => {
  const counts = Array.from(
    { length: 1000 },
    (_, i) => `${1600000000000 + 10 * i} ${i % 7} ${-i % 5} 16384 ${i % 3} 0 1`,
  );
  const { recording } = await aggregateText(counts.join('\n'));
  assert.equal(recording.format, 'mpu-raw-counts');
});

test("a file that is no recording fails with the decoder's code and sentence", async () => {
  await assert.rejects(aggregateText('hello\nworld\n'), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.code, 'recording-rejected');
    return true;
  });
});

function near(value: number | null, truth: number | null, tolerance: number, what: string): void {
  assert.ok(value !== null && truth !== null, `${what}: ${value} where the truth is ${truth}`);
  assert.ok(Math.abs(value - truth) <= tolerance, `${what}: ${value} where the truth is ${truth}`);
}

function leaves(tree: object): { value: number | null; quality: string; reason: string | null }[] {
  return Object.values(tree).flatMap((branch) =>
    'quality' in branch ? [branch as ReturnType<typeof leaves>[number]] : leaves(branch),
  );
}
