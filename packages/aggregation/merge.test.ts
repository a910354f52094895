import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { circle, type Scenario, simulate, straight } from '@piaffe/simulator';
import type { SessionResult } from './contract.ts';
import {
  aggregateFiles,
  editedCsv,
  gaitAgreement,
  stretch,
  type TextFile,
} from './testing/simulated.fixture.ts';

const twoReins: Scenario = {
  name: 'two reins',
  description: 'both reins, and a long straight trot in the middle',
  horse: { kind: 'warmblood', asymmetry: { millimetres: 8, degrees: 20 } },
  legs: [
    { gait: 'halt', seconds: 10, path: straight },
    { gait: 'walk', seconds: 40, path: circle('left', 15) },
    { gait: 'trot', seconds: 100, path: straight },
    { gait: 'canter', seconds: 40, path: circle('right', 20) },
    { gait: 'walk', seconds: 30, path: straight },
    { gait: 'halt', seconds: 10, path: straight },
  ],
};
const inTrot = 100;

const ride = simulate(twoReins, { sampleRateHz: 50 });
const remounted = simulate(twoReins, { sampleRateHz: 60, mounting: [0.1, -0.7, 0.4, 0.6] });
const first = stretch(ride, { to: inTrot });
const second = stretch(remounted, { from: inTrot });
const uncut = (await aggregateFiles([{ text: editedCsv(ride, {}) }])).result;
const merged = (await aggregateFiles([first, second])).result;

/** Figures that the same ride must have again, and how far (in their unit) they may lie apart. */
function assertAlike(one: SessionResult, other: SessionResult): void {
  assert.deepEqual(gaitsOf(one), gaitsOf(other));
  for (const [i, { at }] of one.transitions.entries()) near(at, other.transitions[i].at, 0.5);
  for (const gait of ['walk', 'trot', 'canter'] as const) {
    const [a, b] = [one.metrics.gaits[gait], other.metrics.gaits[gait]];
    near(a.time.value, b.time.value, 1);
    near(a.cadence.value, b.cadence.value, 0.4);
    near(a.elevation.value, b.elevation.value, (gait === 'walk' ? 0.08 : 0.04) * b.elevation.value!);
    near(a.strides.value, b.strides.value, 1.5);
    near(a.regularity.value, b.regularity.value, 0.6);
  }
  for (const rein of ['left', 'straight', 'right'] as const)
    near(one.metrics.reins[rein].share.value, other.metrics.reins[rein].share.value, 0.02);
  near(one.metrics.symmetry.minDiff.value, other.metrics.symmetry.minDiff.value, 2);
  near(one.metrics.symmetry.maxDiff.value, other.metrics.symmetry.maxDiff.value, 2);
}

test('a ride cut in two, mounted another way and sampled faster in the second half, is the same ride', () => {
  assertAlike(merged, uncut);
  assert.ok(gaitAgreement(merged, ride) > 0.985);
  near(merged.recording.durationSeconds, uncut.recording.durationSeconds, 0.05);
  assert.equal(merged.metrics.symmetry.score.quality, uncut.metrics.symmetry.score.quality);
});

test('segments and reins of a merged ride touch each other and cover it', () => {
  for (const list of [merged.segments, merged.reins]) {
    assert.equal(list[0].from, 0);
    near(list.at(-1)!.to, merged.recording.durationSeconds, 0.01);
    for (let i = 1; i < list.length; i++) assert.equal(list[i].from, list[i - 1].to);
  }
});

test('a merged result names every input in the order of their start, and its hash is that of theirs', async () => {
  const { recording, inputs, algorithm } = merged;
  const hashes = [first, second].map(({ text }) => sha256(text as string));
  assert.deepEqual(
    inputs.map((input) => input.sha256),
    hashes,
  );
  assert.equal(recording.sha256, sha256(hashes.join('')));
  assert.equal(recording.startedAt, first.startedAt);
  assert.deepEqual(algorithm.parameters.startedAt, [first.startedAt, second.startedAt]);
  assert.equal(recording.samples, rowsOf(first) + rowsOf(second));
  assert.equal(recording.format, 'csv');
  assert.deepEqual((await aggregateFiles([second, first])).result, merged);
});

test('the time between two recordings is a gap, unknown from 2 s on, as if it were one recording', async () => {
  const pause = { from: 100, to: 130 };
  const apart = await aggregateFiles([stretch(ride, { to: pause.from }), stretch(ride, { from: pause.to })]);
  const text = editedCsv(ride, { keep: (time) => time < pause.from || time >= pause.to });
  const holed = await aggregateFiles([{ text }]);
  assertAlike(apart.result, holed.result);
  near(apart.result.metrics.gaits.unknown.time.value, 30, 0.1);
  const [[gap, ...others], [same]] = [apart.result.quality.gaps, holed.result.quality.gaps];
  near(gap.from, same.from, 0.01);
  near(gap.to, same.to, 0.01);
  assert.deepEqual(others, []);
  near(apart.result.quality.usableShare, holed.result.quality.usableShare, 0.001);
  near(apart.series.time.length, holed.series.time.length, 1);
  const activity = apart.series.columns.find(({ name }) => name === 'activity')!.values;
  assert.deepEqual([activity[99] === null, activity[115], activity[131] === null], [false, null, false]);
});

test('a trot that goes on after a gap of less than 2 s is one trot, and its half-strides are compared within each', async () => {
  const { result } = await aggregateFiles([
    stretch(ride, { to: inTrot }),
    stretch(ride, { from: inTrot + 1.5 }),
  ]);
  assert.deepEqual(gaitsOf(result), gaitsOf(uncut));
  assert.equal(uncut.symmetryPhases.length, 1);
  assert.equal(result.symmetryPhases.length, 2);
  assert.ok(result.symmetryPhases[0].to <= inTrot && result.symmetryPhases[1].from >= inTrot + 1.5);
});

test('up to a second of overlap is cut from the later recording', async () => {
  const longer = stretch(ride, { to: inTrot + 0.8 });
  const { result } = await aggregateFiles([longer, second]);
  assertAlike(result, uncut);
  near(result.recording.durationSeconds, uncut.recording.durationSeconds, 0.05);
  near(result.recording.samples, rowsOf(longer) + rowsOf(second) - 0.8 * 60, 5);
});

test('three recordings are merged like two', async () => {
  const { result } = await aggregateFiles([
    stretch(ride, { to: 70 }),
    stretch(remounted, { from: 70, to: 160 }),
    stretch(ride, { from: 160 }),
  ]);
  assertAlike(result, uncut);
});

test('what one recording lacks the whole lacks, and a note says which', async () => {
  const { result } = await aggregateFiles([first, stretch(ride, { from: inTrot, columns: 4 })]);
  assert.ok(gaitAgreement(result, ride) > 0.97);
  assert.deepEqual(result.recording.channels, ['ax', 'ay', 'az']);
  assert.equal(result.metrics.gaits.trot.time.reason, 'the gaits were told without a gyroscope');
  assert.match(result.metrics.reins.left.share.reason!, /gyroscope/);
  assert.ok(
    result.quality.notes.includes('Recording 2: It has no gyroscope, so that of the others is not used.'),
  );
});

test('a recording whose start nobody knows cannot be merged, and the sentence says which and what to do', async () => {
  await refused(
    [first, { ...second, startedAt: null }],
    /Recording 2 of 2 does not say when it began.*say when/,
  );
});

test('recordings that overlap by more than a second are refused with how much', async () => {
  await refused([stretch(ride, { to: 110 }), second], /Recordings 1 and 2 overlap by 10\.0 s.*check when/);
  await refused([second, stretch(ride, { from: 120, to: 140 })], /Recordings 1 and 2 overlap by 20\.0 s/);
});

test('the same file twice is refused, whatever is said of its start', async () => {
  const anHourLater = new Date(Date.parse(first.startedAt!) + 3_600_000).toISOString();
  await refused(
    [first, second, { ...first, startedAt: anHourLater }],
    /Recordings 1 and 3 are the same file/,
  );
});

test('recordings of different days are refused', async () => {
  const nextDay = new Date(Date.parse(second.startedAt!) + 86_400_000).toISOString();
  await refused([first, { ...second, startedAt: nextDay }], /24 hours.*12 hours at most/);
});

test('of several recordings the one that is no recording is named', async () => {
  await assert.rejects(aggregateFiles([first, { text: 'hello\nworld\n' }]), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.code, 'recording-rejected');
    assert.match(error.message, /^Recording 2: /);
    assert.equal(typeof (error.details as { problem: string }).problem, 'string');
    return true;
  });
});

async function refused(files: readonly TextFile[], sentence: RegExp): Promise<void> {
  await assert.rejects(aggregateFiles(files), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.code, 'recordings-not-mergeable');
    assert.match(error.message, sentence);
    return true;
  });
}

function gaitsOf(result: SessionResult): string[] {
  return result.segments.map(({ gait }) => gait);
}

function rowsOf({ text }: TextFile): number {
  return (text as string).split('\n').length - 1;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function near(value: number | null, other: number | null, tolerance: number): void {
  assert.ok(value !== null && other !== null, `${value} and ${other}`);
  assert.ok(Math.abs(value - other) <= tolerance, `${value} and ${other}`);
}
