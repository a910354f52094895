import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Metric } from '@piaffe/aggregation/contract';
import { rejectedLine } from '@piaffe/results';
import { analysedRide, measured, metrics, missing } from '../../testing/analysed-ride.fixture.ts';
import { report } from './report.ts';
import { cellsOf } from './style.ts';

const plain = { width: 80, colour: false };
const textOf = (line = analysedRide(), terminal = plain) => report(line, terminal).join('\n');

function eachMetric<T extends object>(tree: T, change: (metric: Metric) => Metric): T {
  const branch = (each: object) => ('quality' in each ? change(each as Metric) : eachMetric(each, change));
  return Object.fromEntries(Object.entries(tree).map(([key, each]) => [key, branch(each)])) as T;
}

const doubted = <T extends object>(tree: T, reason: string) =>
  eachMetric(tree, (metric) => (metric.quality === 'good' ? { ...metric, quality: 'fair', reason } : metric));

test('the report begins with the file, what was recorded and what was said about it', () => {
  const [file, recorded, context] = report(analysedRide(), { width: 120, colour: false });
  assert.equal(file, 'ride.csv');
  assert.equal(
    recorded,
    'CSV · 2026-05-01 10:30 (+02:00) · 10:00 · 100.0 samples/s · accelerometer and gyroscope',
  );
  assert.equal(context, 'Luna · dressage · on sand · sensor: girth');
});

test('each gait that was ridden has a row with its numbers, their spread and their quality', () => {
  const text = textOf();
  assert.match(text, /^walk +3:30 +35 % +52\.1 ±2\.0 ● +3\.9 ±0\.4 ◐¹ +8\.7 ● +182$/m);
  assert.match(text, /^canter +2:00 +20 % +96\.2 ±8\.0 ○³/m);
  assert.match(text, /^halt +0:30 +5 %$/m);
  assert.match(text, /● good +◐ fair +○ poor/);
});

test('a number that is missing is a dash, and its reason is told once', () => {
  const text = textOf();
  assert.match(text, /^trot +4:00 +40 % +76\.4 ±1\.5 ● +– ² +– ² +305$/m);
  assert.equal(text.match(/too many jumps/g)?.length, 1);
  assert.match(text, /^² too many jumps$/m);
});

test('gaits that were not ridden have no row, and one line names them', () => {
  const text = textOf();
  assert.doesNotMatch(text, /^(gallop|tölt|pace|unknown) /m);
  assert.match(text, /gallop: not ridden$/m);
  assert.match(text, /tölt, pace, jumps: not computed by this version$/m);
  assert.match(text, /heart rate: no heart rate in the recording$/m);
  assert.match(text, /position, energy: no position in the recording$/m);
});

test('symmetry tells strides and spread, and that one sensor cannot name the side', () => {
  const text = textOf().replaceAll(/\s+/g, ' ');
  assert.match(text, /8\.1 of 10 ● 2 straight stretches, 120 strides/);
  assert.match(text, /\(MinDiff\) 6\.2 ±2\.0 mm ●/);
  assert.match(text, /cannot name the side/);
});

test('without a gyroscope reins and symmetry give the reason, and the strip has no reins', () => {
  const reason = 'needs a gyroscope';
  const untold = { time: missing('s', reason), share: missing('1', reason) };
  const symmetry = missing('1', reason);
  const text = textOf(
    analysedRide({
      reins: [],
      metrics: {
        ...metrics,
        reins: { left: untold, straight: untold, right: untold },
        symmetry: { score: symmetry, minDiff: symmetry, maxDiff: symmetry, range: symmetry },
      },
    }),
  );
  assert.match(text, /^Reins +– needs a gyroscope$/m);
  assert.match(text, /^Symmetry +– needs a gyroscope$/m);
  assert.doesNotMatch(text, /left rein/);
});

const jump = { confidence: 1, takeOff: null, landing: null, combination: null, addedByHand: false };

test('jumps are counted, with their times and combinations, and marked over the strip', () => {
  const jumps = [
    { ...jump, at: 320 },
    { ...jump, at: 340, combination: 0 },
    { ...jump, at: 341.5, combination: 0, addedByHand: true },
  ];
  const text = textOf(
    analysedRide({ jumps, metrics: { ...metrics, jumps: { count: measured(3, '1', { n: 3 }) } } }),
  );
  assert.match(text, /^Jumps +3, 2 of them in 1 combination\n +at 5:20 5:40 5:42\*\n +\* added by hand$/m);
  assert.match(text, /^ {42}\^ +\^$/m);
  assert.match(text, /\^ jump/);
  assert.doesNotMatch(textOf(), /\^ jump|^Jumps/m);
});

test('heart rate, distance and energy are shown where they were recorded', () => {
  const walk = { distance: measured(350, 'm'), speed: measured(100, 'm/min', { spread: 4 }) };
  const text = textOf(
    analysedRide({
      metrics: {
        ...metrics,
        heartRate: {
          mean: measured(101.4, 'bpm', { spread: 20 }),
          max: measured(162, 'bpm'),
          zones: {
            z1: measured(300, 's'),
            z2: measured(120, 's'),
            z3: measured(60, 's'),
            z4: measured(30, 's'),
            z5: measured(0, 's'),
          },
          recovery: measured(95, 's'),
        },
        position: {
          ...metrics.position,
          distance: measured(1830, 'm'),
          climb: missing('m', 'no altitude in the recording'),
          gaits: { ...metrics.position.gaits, walk },
        },
        energy: {
          perKilogram: measured(4.21, 'kJ/kg', { spread: 0.4, quality: 'fair', reason: 'from speed' }),
        },
      },
    }),
  );
  assert.match(text, /^Heart rate +mean 101 ±20 ● +highest 162 ●$/m);
  assert.match(text, /^ +time +5:00 +2:00 +1:00 +0:30 +0:00$/m);
  assert.match(text, /from 130 to 64 bpm: 1:35$/m);
  assert.match(text, /^Distance +1830 m ● +climb – . +energy 4\.2 ±0\.4 kJ\/kg ◐/m);
  assert.match(text, /^ +walk +350 ● +100 ±4 ●$/m);
  assert.doesNotMatch(text, /no heart rate|position, energy/);
});

test('transitions are counted by kind', () => {
  assert.match(textOf(), /^Transitions +5: halt-walk 1, walk-trot 1, trot-canter 1, canter-trot 1,/m);
});

test('what was wrong with the recording is told in words', () => {
  const notes = ['2 gaps without samples.', 'The last line was cut short and left out.'];
  const text = textOf(analysedRide({ quality: { ...analysedRide().quality, usableShare: 0.97, notes } }));
  assert.match(text, /^Recording +97 % of it usable$/m);
  assert.match(text, /^ +- 2 gaps without samples\.$/m);
  assert.match(text, /^ +- The last line was cut short and left out\.$/m);
});

test('a clean recording is called so, unless a number from it is doubtful', () => {
  assert.match(textOf(), /^Recording +100 % of it usable$/m);
  const allGood = eachMetric(metrics, (metric) =>
    metric.value === null ? metric : { ...metric, quality: 'good', reason: null },
  );
  assert.match(
    textOf(analysedRide({ metrics: allGood })),
    /^Recording +100 % of it usable, nothing unusual$/m,
  );
});

test('a doubt about the reins stands beside their times, and is told below', () => {
  const reason = 'the gyroscope was guessed';
  const { reins, gaitByRein } = metrics;
  const text = textOf(
    analysedRide({
      metrics: { ...metrics, reins: doubted(reins, reason), gaitByRein: doubted(gaitByRein, reason) },
    }),
  );
  assert.match(text, /all gaits +5:00 \(53 %\) ◐⁴ +2:30 \(26 %\) ◐⁴ +2:00 \(21 %\) ◐⁴$/m);
  assert.match(text, /^ +walk +1:40 ◐⁴ +1:20 ◐⁴ +0:30 ◐⁴$/m);
  assert.match(text, /^⁴ the gyroscope was guessed$/m);
});

test('a doubt about gaits stands beside times, counts and load, and what is good there has no mark', () => {
  const reason = 'told without a gyroscope';
  const text = textOf(analysedRide({ metrics: doubted(metrics, reason) }));
  assert.match(text, /^halt +0:30 ◐¹ +5 %$/m);
  assert.match(text, /^canter +2:00 ◐¹ .* 9 ◐¹$/m);
  assert.match(text, /^Transitions +5 ◐¹: halt-walk 1/m);
  assert.match(text, /^Load +17\.5 gait-minutes ◐¹$/m);
  assert.match(text, /^¹ told without a gyroscope$/m);
});

test('a gait without any time was not ridden, however doubtful the others are', () => {
  const none = { time: measured(0, 's'), share: measured(0, '1') };
  const gaits = { ...metrics.gaits, gallop: { ...metrics.gaits.gallop, ...none } };
  const text = textOf(analysedRide({ metrics: doubted({ ...metrics, gaits }, 'told without a gyroscope') }));
  assert.match(text, /gallop: not ridden$/m);
});

test('no line is wider than the terminal, whatever its width', () => {
  const notes = [`The columns were guessed: ${'a name and '.repeat(30)}`];
  const line = analysedRide({ quality: { ...analysedRide().quality, notes } });
  const doubtful = analysedRide({ metrics: doubted(metrics, 'a tenth of the recording or more is missing') });
  const rejected = rejectedLine(
    'ride.csv',
    'unknown-format',
    `Line 1 is ${'not what was expected, '.repeat(20)}`,
  );
  for (let width = 60; width <= 140; width++) {
    for (const colour of [false, true]) {
      for (const drawn of [line, doubtful, rejected].flatMap((each) => report(each, { width, colour }))) {
        assert.ok(cellsOf(drawn) <= width, `${cellsOf(drawn)} cells on ${width}: ${drawn}`);
      }
    }
  }
});

test('a table too wide for the terminal goes on below itself, and loses no number', () => {
  const words = (text: string) => new Set(text.match(/[\d.:±]+/g));
  const narrow = textOf(analysedRide(), { width: 60, colour: false });
  const table = (text: string) => text.slice(text.indexOf('Gaits'), text.indexOf('Reins'));
  assert.match(table(narrow), /^walk +3:30 .*\n(.*\n)+walk .* 182$/m);
  assert.deepEqual(words(table(narrow)), words(table(textOf())));
});

test('colour adds nothing that is not also in the text, and without it there are no control sequences', () => {
  const coloured = textOf(analysedRide(), { width: 80, colour: true });
  assert.notEqual(coloured, stripVTControlCharacters(coloured));
  assert.equal(textOf(), stripVTControlCharacters(textOf()));
  const below = (text: string) => text.slice(text.indexOf('Gaits'));
  assert.equal(below(stripVTControlCharacters(coloured)), below(textOf()));
});

test('the report ends with where to read what its numbers mean', async () => {
  const last = report(analysedRide(), plain).at(-2)!;
  assert.match(last, /^What each number means: docs\/METRICS\.md /);
  const metricsPage = new URL('../../../../docs/METRICS.md', import.meta.url);
  const text = await readFile(metricsPage, 'utf8');
  for (const name of ['MinDiff', 'MaxDiff', 'Regularity', '## Load'])
    assert.match(text, new RegExp(name, 'i'));
});

test('a file that was not analysed shows its code and what to do', () => {
  const rejected = rejectedLine(
    'odd.csv',
    'missing-column',
    'There is no column for time: name it with --columns.',
  );
  assert.deepEqual(report(rejected, plain), [
    'odd.csv',
    'NOT ANALYSED missing-column',
    '             There is no column for time: name it with --columns.',
    '',
  ]);
});

test('text from outside cannot steer the terminal', () => {
  const nasty = 'x\x1b[2J\x1b]0;title\x07\r\n\x9b31my';
  const line = analysedRide({ context: { ...analysedRide().context, horse: nasty } });
  for (const each of [line, rejectedLine(nasty, 'unknown-format', nasty)]) {
    for (const drawn of report(each, plain)) assert.doesNotMatch(drawn, /\p{Cc}/u);
  }
});

test('a value of zero is a number, not a missing one', () => {
  const zero = { ...metrics, load: { gaitMinutes: measured(0, 'min') } };
  assert.match(textOf(analysedRide({ metrics: zero })), /^Load +0\.0 gait-minutes ●/m);
});
