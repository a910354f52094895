import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { circle, type Scenario, simulate, straight } from '@piaffe/simulator';
import { aggregateFiles, editedCsv, stretch, type TextFile } from './testing/simulated.fixture.ts';

const scenario: Scenario = {
  name: 'a walk, a trot',
  description: 'stands long before and after',
  legs: [
    { gait: 'halt', seconds: 40, path: straight },
    { gait: 'walk', seconds: 40, path: circle('left', 15) },
    { gait: 'trot', seconds: 60, path: straight },
    { gait: 'halt', seconds: 40, path: straight },
  ],
};
const ride = simulate(scenario, { sampleRateHz: 50 });
const file: TextFile = { text: editedCsv(ride, {}), startedAt: ride.startedAt };
const whole = (await aggregateFiles([file])).result;
const trim = { from: 50.5, to: 130.25 };
const trimmed = await aggregateFiles([file], { trim });
const { result, series } = trimmed;

test('the trimmed part is the recording: its times count from its own beginning and cover it', () => {
  const seconds = trim.to - trim.from;
  assert.equal(result.recording.durationSeconds, seconds);
  for (const list of [result.segments, result.reins]) {
    assert.equal(list[0].from, 0);
    assert.equal(list.at(-1)!.to, seconds);
  }
  assert.equal(result.recording.startedAt, '2026-05-04T09:30:50.500+02:00');
  near(result.recording.samples, 50 * seconds, 2);
  assert.equal(series.time.at(-1), Math.floor(seconds));
});

test('what was left out is in the parameters, and a raw time is that of the result and the beginning of the trim', () => {
  assert.deepEqual(result.algorithm.parameters.trim, trim);
  const changeIn = ({ segments }: typeof result) => segments.find(({ gait }) => gait === 'trot')!.from;
  near(changeIn(result) + trim.from, changeIn(whole), 0.3);
  assert.match(result.quality.notes[0], /Only the part from 50\.5 s to 130\.25 s counts/);
});

test('only the part that is left counts', () => {
  assert.deepEqual(
    result.segments.map(({ gait }) => gait),
    ['walk', 'trot'],
  );
  assert.equal(result.metrics.gaits.halt.time.value, 0);
  for (const gait of ['walk', 'trot'] as const) {
    near(result.metrics.gaits[gait].cadence.value, whole.metrics.gaits[gait].cadence.value, 0.4);
    const height = whole.metrics.gaits[gait].elevation.value!;
    near(result.metrics.gaits[gait].elevation.value, height, 0.06 * height);
  }
});

test('the offset of the gyroscope is still taken from where the horse stood, though that is left out', async () => {
  assert.equal(result.metrics.reins.left.share.quality, 'good');
  const alone = (await aggregateFiles([stretch(ride, trim)])).result;
  assert.equal(alone.metrics.reins.left.share.quality, 'fair');
});

test('a trim to the end as people see it, rounded up, is taken as the end', async () => {
  const to = Math.ceil(10 * whole.recording.durationSeconds) / 10;
  const { recording } = (await aggregateFiles([file], { trim: { from: 0, to } })).result;
  assert.equal(recording.durationSeconds, whole.recording.durationSeconds);
});

test('a hole at the edge of a trim is a gap like any other', async () => {
  const text = editedCsv(ride, { keep: (time) => time < 45 || time > 60 });
  const { recording, quality, segments } = (await aggregateFiles([{ text }], { trim })).result;
  assert.equal(recording.durationSeconds, trim.to - trim.from);
  assert.deepEqual(segments[0], { gait: 'unknown', from: 0, to: segments[1].from });
  near(segments[0].to, 9.5, 0.1);
  near(quality.gaps[0].to, 9.5, 0.1);
  near(quality.usableShare, 1 - 9.5 / 79.75, 0.01);
});

test('a trim may cut through merged recordings, or leave one out', async () => {
  const files = [
    stretch(ride, { to: 60 }),
    stretch(ride, { from: 60, to: 120 }),
    stretch(ride, { from: 120 }),
  ];
  const through = await aggregateFiles(files, { trim });
  assert.equal(through.result.recording.startedAt, '2026-05-04T07:30:50.500Z');
  assert.equal(through.result.recording.durationSeconds, trim.to - trim.from);
  assert.deepEqual(
    through.result.segments.map(({ gait }) => gait),
    ['walk', 'trot'],
  );
  const inside = await aggregateFiles(files, { trim: { from: 70, to: 110 } });
  assert.equal(inside.result.inputs.length, 3);
  assert.deepEqual(inside.result.quality.gaps, []);
});

test('a recording without a start has none when it is trimmed either', async () => {
  const { recording } = (await aggregateFiles([{ text: file.text }], { trim })).result;
  assert.equal(recording.startedAt, null);
});

test('a trim that cannot be is refused with what would do', async () => {
  const refused = async (from: number, to: number, sentence: RegExp, text = file.text) =>
    assert.rejects(aggregateFiles([{ text }], { trim: { from, to } }), (error) => {
      assert.ok(error instanceof Failure);
      assert.equal(error.code, 'trim-not-valid');
      assert.match(error.message, sentence);
      return true;
    });
  await refused(60, 60, /does not come after the beginning, 60 s; choose a part of at least 10 s/);
  await refused(80, 60, /does not come after/);
  await refused(60, 69.5, /less than 10 s/);
  await refused(100, 200, /ends at 200 s, but the recording does so at 1(79\.9|80) s/);
  await refused(170, 179.99999, /less than 10 s/);
  const holed = editedCsv(ride, { keep: (time) => time < 40 || time > 80 });
  await refused(50, 70, /Between 50 s and 70 s there are no samples/, holed);
});

function near(value: number | null, other: number | null, tolerance: number): void {
  assert.ok(value !== null && other !== null, `${value} and ${other}`);
  assert.ok(Math.abs(value - other) <= tolerance, `${value} and ${other}`);
}
