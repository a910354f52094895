import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Judgement, judgements } from './judgements.ts';
import { runsOf } from './runs.ts';
import { Usual } from './usual.ts';

const judgement: Judgement = { floor: 1, width: 2.5, worry: 'higher' };
const quiet = (count: number, around = 10) =>
  Array.from({ length: count }, (_, i) => around + Math.sin(i * 2.4));

function followed(values: readonly number[], given: Judgement = judgement) {
  const usual = new Usual(given);
  const judged = values.map((value) => usual.judge(value));
  return { usual, judged, runs: runsOf(judged, given.worry) };
}

test('nothing is judged before five comparable values', () => {
  const { judged, usual } = followed([10, 30, 10, 50, 10]);
  assert.ok(judged.every(({ band, direction }) => band === null && direction === null));
  assert.notEqual(usual.band(), null);
});

test('what is measured the same each time has a band as wide as the error of measurement', () => {
  const { low, high, deviation } = followed([10, 10, 10, 10, 10, 10]).usual.band()!;
  assert.deepEqual([low, high, deviation], [7.5, 12.5, 1]);
});

test('the band of a steady horse is as narrow as the horse is steady, not as our guess of others', () => {
  const wide = (metric: keyof typeof judgements, values: readonly number[]) => {
    const { low, high } = followed(values, judgements[metric]).usual.band()!;
    return high - low;
  };
  const width = wide('heartRate.recovery', [78, 77, 77, 73, 82, 78, 76, 77, 79, 81, 75]);
  assert.ok(width > 10 && width < 30, `${width} s`);
  const load = wide('load.gaitMinutes', [21.6, 21.7, 21.3, 21.6, 21.4, 21.6, 20.7, 21.5, 21.3, 21.6]);
  assert.ok(load > 2 && load < 10, `${load} min`);
  assert.ok(wide('jumps.count', [0, 0, 0, 0, 0, 0]) < 2);
});

test('a horse that gets fitter has no band far beyond all it ever had', () => {
  const recoveries = [100, 104, 104, 95, 100, 89, 88, 88, 86, 87, 79, 78, 76, 75, 74, 68, 70];
  const { low, high } = followed(recoveries, judgements['heartRate.recovery']).usual.band()!;
  assert.ok(low > 55 && low <= 68 && high >= 104 && high < 120, `${low}-${high} s`);
});

test('a band does not go where no value can be', () => {
  const { low, high } = followed([1, 1, 1, 1, 1], { ...judgement, highest: 2 }).usual.band()!;
  assert.deepEqual([low, high], [0, 2]);
});

test('a value outside does not widen the band it is judged by, nor the next', () => {
  const { judged } = followed([...quiet(10), 40, 41, 42]);
  const [first, second, third] = judged.slice(10).map(({ band }) => band);
  assert.deepEqual(second, first);
  assert.deepEqual(third, first);
});

test('once is to be watched, three in a row to be talked about, from eight values on', () => {
  const once = followed([...quiet(8), 20, 10]).runs;
  assert.deepEqual(once, [{ direction: 'higher', members: [8], ongoing: false, advice: 'watch' }]);
  const thrice = followed([...quiet(8), 20, 21, 20]).runs;
  assert.deepEqual(thrice, [
    { direction: 'higher', members: [8, 9, 10], ongoing: true, advice: 'talk-to-your-vet' },
  ]);
  assert.equal(followed([...quiet(7), 20, 21, 20]).runs[0].advice, 'watch');
  assert.equal(followed([...quiet(8), 20, 21, 10, 20]).runs.length, 2);
});

test('only the direction that is worried about is told, and none where the rider decides', () => {
  const values = [...quiet(8), 1, 1, 1];
  assert.deepEqual(followed(values).runs, []);
  assert.equal(followed(values, { ...judgement, worry: 'either' }).runs[0].direction, 'lower');
  assert.deepEqual(followed(values, { ...judgement, worry: null }).runs, []);
});

test('twelve in a row are what is usual from then on, after they were told', () => {
  const { usual, judged, runs } = followed([...quiet(20), ...quiet(14, 20)]);
  assert.deepEqual(
    judged.slice(20).map(({ direction }) => direction),
    [...new Array(12).fill('higher'), null, null],
  );
  assert.equal(runs.length, 1);
  assert.deepEqual([runs[0].members.length, runs[0].ongoing], [12, false]);
  assert.ok(Math.abs(usual.band()!.median - 20) < 1);
});
