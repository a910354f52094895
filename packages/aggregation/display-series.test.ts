import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate } from '@piaffe/simulator';
import { displaySeries } from './display-series.ts';
import type { Motion } from './motion/motion.ts';
import type { DisplaySeries } from './schemas/display-series.ts';
import { segmentStrides } from './strides/strides.ts';
import { exactMotion } from './testing/motion.fixture.ts';
import { aggregateFiles, editedCsv } from './testing/simulated.fixture.ts';

const seconds = 40.5;
const strideHz = 1.3;
const height = 0.045;
const trotting = exactMotion(seconds, {
  position: (time) => -height * Math.cos(4 * Math.PI * strideHz * time),
  yaw: (time) => (time < 20 ? 12.34 : -12.34),
});

function seriesOf(motion: Motion): DisplaySeries {
  const segments = [
    { gait: 'halt' as const, from: 0, to: 10 },
    { gait: 'trot' as const, from: 10, to: 30 },
    { gait: 'halt' as const, from: 30, to: seconds },
  ];
  const strides = segmentStrides(motion, { segments, strideHz: () => strideHz });
  const count = Math.floor(motion.durationSeconds) + 1;
  return displaySeries(motion, strides, [], { seconds: count, beats: null, way: null });
}

function column(series: DisplaySeries, name: string): readonly (number | null)[] {
  return series.columns.find((each) => each.name === name)!.values;
}

const series = seriesOf(trotting);

test('there is one value at each whole second, from the first to the last', () => {
  assert.deepEqual(
    series.time,
    Array.from({ length: 41 }, (_, at) => at),
  );
  assert.deepEqual(
    series.columns.map(({ name, unit, values }) => [name, unit, values.length]),
    [
      ['cadence', '1/min', 41],
      ['elevation', 'cm', 41],
      ['turnRate', 'deg/s', 41],
      ['activity', 'g', 41],
    ],
  );
});

test('cadence and elevation are those of the strides, and null where there are none', () => {
  const cadence = column(series, 'cadence');
  const elevation = column(series, 'elevation');
  for (let at = 12; at < 28; at++) {
    assert.equal(cadence[at], 78);
    assert.ok(Math.abs(elevation[at]! - 9) <= 0.1);
  }
  for (const at of [0, 5, 9, 32, 40]) assert.deepEqual([cadence[at], elevation[at]], [null, null]);
  // Beside a change of gait there are strides, but as in the metric no height.
  assert.deepEqual([cadence[11] !== null, elevation[10]], [true, null]);
});

test('the turn rate is positive to the left and rounded to a tenth', () => {
  const turnRate = column(series, 'turnRate');
  assert.deepEqual([turnRate[5], turnRate[35]], [12.3, -12.3]);
  assert.equal(column(seriesOf({ ...trotting, yaw: null }), 'turnRate')[5], null);
  assert.equal(column(seriesOf({ ...trotting, verticalSource: 'strongest-axis' }), 'turnRate')[5], null);
});

test('activity is the root mean square of the acceleration without gravity', () => {
  const w = 4 * Math.PI * strideHz;
  const expected = (height * w * w) / 9.80665 / Math.SQRT2;
  // A second does not hold a whole number of half-strides.
  assert.ok(Math.abs(column(series, 'activity')[20]! / expected - 1) < 0.05);
});

test('what lies mostly in a gap is null', () => {
  const gapped = seriesOf({ ...trotting, gaps: [{ from: 15.2, to: 18.2 }] });
  for (const name of ['turnRate', 'activity', 'cadence', 'elevation'])
    for (const [at, isThere] of [
      [14, true],
      [16, false],
      [17, false],
      [20, true],
    ] as const)
      assert.equal(column(gapped, name)[at] !== null, isThere, `${name} at ${at}`);
  assert.deepEqual(
    [15, 18].map((at) => column(gapped, 'activity')[at] !== null),
    [true, false],
  );
});

test('three hours of riding are less than a megabyte of JSON', async () => {
  const ride = simulate('sample-ride', { sampleRateHz: 50 });
  const given = await aggregateFiles([{ text: editedCsv(ride, {}) }]);
  const perSecond = JSON.stringify(given.series).length / given.series.time.length;
  assert.ok(perSecond * 3 * 3600 < 400_000, `${perSecond} characters a second`);
});
