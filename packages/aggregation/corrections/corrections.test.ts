import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { type Scenario, simulate, straight, toGpx } from '@piaffe/simulator';
import fc from 'fast-check';
import type { Corrections, Segment } from '../contract.ts';
import { aggregateFiles, editedCsv } from '../testing/simulated.fixture.ts';
import { correctSegments } from './correct-segments.ts';

const scenario: Scenario = {
  name: 'two fences',
  description: 'a walk, a trot, a canter over two fences',
  legs: [
    { gait: 'halt', seconds: 20, path: straight },
    { gait: 'walk', seconds: 40, path: straight },
    { gait: 'trot', seconds: 40, path: straight },
    {
      gait: 'canter',
      seconds: 40,
      path: straight,
      fences: [
        { after: 12, heightCm: 90 },
        { after: 26, heightCm: 90 },
      ],
    },
    { gait: 'trot', seconds: 20, path: straight },
  ],
};
const ride = simulate(scenario, { seed: 5, sampleRateHz: 50 });
const text = editedCsv(ride, {});
const none: Corrections = { segments: [], jumps: { added: [], removed: [] } };
const corrected = async (given: Partial<Corrections>, trim: { from: number; to: number } | null = null) =>
  (await aggregateFiles([{ text }], { corrections: { ...none, ...given }, trim })).result;
const found = (await aggregateFiles([{ text }])).result;

test('a ride that nobody corrected has nothing as it was found', () => {
  assert.equal(found.asFound, null);
  assert.equal(found.jumps.length, 2);
});

test('a corrected gait counts: time, strides, transitions and load are computed from it', async () => {
  const result = await corrected({ segments: [{ gait: 'canter', from: 80, to: 100 }] });
  const { metrics } = result;
  near(metrics.gaits.canter.time.value, found.metrics.gaits.canter.time.value! + 20, 0.5);
  near(metrics.gaits.trot.time.value, found.metrics.gaits.trot.time.value! - 20, 0.5);
  assert.ok(metrics.gaits.canter.strides.value! > found.metrics.gaits.canter.strides.value!);
  assert.equal(result.transitions.find(({ toGait }) => toGait === 'canter')!.at, 80);
  assert.ok(metrics.load.gaitMinutes.value! > found.metrics.load.gaitMinutes.value!);
});

test('what was found stays beside what was corrected', async () => {
  const { asFound } = await corrected({
    segments: [{ gait: 'unknown', from: 60, to: 90 }],
    jumps: { added: [70], removed: [112] },
  });
  assert.deepEqual(asFound, { segments: found.segments, jumps: found.jumps });
});

test('a jump taken away is gone, one added is there without a flight, and both are counted', async () => {
  const { jumps, metrics } = await corrected({ jumps: { added: [90], removed: [111] } });
  assert.deepEqual(
    jumps.map(({ at, takeOff, addedByHand }) => [Math.round(at), takeOff === null, addedByHand]),
    [
      [90, true, true],
      [126, false, false],
    ],
  );
  assert.equal(metrics.jumps.count.value, 2);
});

test('a jump added where there is one already is the same jump, and one taken away where there is none is told', async () => {
  const { jumps, quality } = await corrected({ jumps: { added: [112.1], removed: [40] } });
  assert.equal(jumps.length, 2);
  assert.ok(quality.notes.some((note) => /No jump was found at 40 s/.test(note)));
});

test('a gait that only people can name has its time, and the rest says why not', async () => {
  const { metrics } = await corrected({ segments: [{ gait: 'tolt', from: 70, to: 90 }] });
  assert.equal(metrics.gaits.tolt.time.value, 20);
  assert.equal(metrics.gaits.tolt.cadence.reason, 'not computed by this version');
});

test('where nothing measured the movement, the load is that of the gaits people name', async () => {
  const named = async (segments: Corrections['segments']) =>
    (await aggregateFiles([{ text: toGpx(ride) }], { corrections: { ...none, segments } })).result.metrics;
  const { gaits, load } = await named([
    { gait: 'walk', from: 0, to: 60 },
    { gait: 'trot', from: 60, to: 150 },
  ]);
  assert.deepEqual([gaits.trot.time.value, load.gaitMinutes.value], [90, 4]);
  const few = (await named([{ gait: 'trot', from: 60, to: 90 }])).load.gaitMinutes;
  assert.deepEqual([few.value, few.quality], [1, 'poor']);
  assert.match(few.reason!, /^gaits are named for \d+ % of the ride only$/);
  assert.equal((await named([])).load.gaitMinutes.reason, 'no acceleration in the recording');
});

test('corrections are in the time of the whole ride, however it is trimmed', async () => {
  const result = await corrected(
    { segments: [{ gait: 'trot', from: 20, to: 70 }], jumps: { added: [75], removed: [112] } },
    { from: 50, to: 150 },
  );
  assert.deepEqual(result.segments[0], { gait: 'trot', from: 0, to: result.segments[0].to });
  assert.deepEqual(
    result.jumps.map(({ at }) => Math.round(at)),
    [25, 76],
  );
  assert.deepEqual(
    result.asFound!.jumps.map(({ at }) => Math.round(at)),
    [62, 76],
  );
});

test('corrections that cannot be are refused with the reason', async () => {
  const refused = (given: Partial<Corrections>, sentence: RegExp) =>
    assert.rejects(corrected(given), (error) => {
      assert.ok(error instanceof Failure);
      assert.equal(error.code, 'corrections-not-valid');
      assert.match(error.message, sentence);
      return true;
    });
  await refused({ segments: [{ gait: 'trot', from: 40, to: 40 }] }, /does not come after its beginning/);
  await refused(
    {
      segments: [
        { gait: 'trot', from: 40, to: 60 },
        { gait: 'walk', from: 30, to: 41 },
      ],
    },
    /a walk until 41 s and a trot from 40 s overlap/i,
  );
  await refused(
    { segments: [{ gait: 'trot', from: 140, to: 400 }] },
    /at 400 s, but the ride ends at 1[56]\d/,
  );
  await refused({ jumps: { added: [900], removed: [] } }, /at 900 s/);
});

test('whatever is corrected, segments touch each other, cover the ride and hold what was said', () => {
  const gait = fc.constantFrom('halt', 'walk', 'trot', 'canter', 'unknown');
  const cuts = fc
    .uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 12 })
    .map((all) => all.sort((a, b) => a - b));
  const list = fc
    .tuple(cuts, fc.array(gait, { minLength: 13, maxLength: 13 }))
    .map(([at, gaits]) =>
      [0, ...at].map((from, i): Segment => ({ gait: gaits[i], from, to: at[i] ?? 1000 })),
    );
  const kept = fc.array(fc.boolean(), { minLength: 13, maxLength: 13 });
  fc.assert(
    fc.property(list, list, kept, fc.integer({ min: 0, max: 500 }), (before, others, keep, from) => {
      const corrections = others
        .filter((_, i) => keep[i])
        .map((one) => ({ ...one, from: one.from, to: one.to }));
      const segments = correctSegments(before, corrections, { from, to: from + 1000 });
      assert.equal(segments[0].from, 0);
      assert.equal(segments.at(-1)!.to, 1000);
      for (let i = 1; i < segments.length; i++) {
        assert.equal(segments[i].from, segments[i - 1].to);
        assert.notEqual(segments[i].gait, segments[i - 1].gait);
      }
      for (const { gait, from: begin, to } of corrections) {
        const middle = (begin + to) / 2 - from;
        if (middle <= 0) continue;
        const there = segments.find((segment) => middle >= segment.from && middle < segment.to);
        assert.equal(there?.gait, gait);
      }
    }),
  );
});

function near(value: number | null, expected: number, tolerance: number): void {
  assert.ok(value !== null && Math.abs(value - expected) <= tolerance, `${value} where ${expected} is right`);
}
