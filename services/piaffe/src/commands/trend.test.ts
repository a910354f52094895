import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { rejectedLine, type TrendAnswer, trendSchema } from '@piaffe/results';
import { Compile } from 'typebox/compile';
import { ridesOfAHorse } from '../../testing/rides-of-a-horse.fixture.ts';
import { runPiaffe } from '../../testing/run-piaffe.fixture.ts';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { cellsOf } from '../render/style.ts';

const folder = await scratchFolder();
const rides = ridesOfAHorse(40, 34);
const inLines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return name;
}

const schemaFile = new URL('../../../../contracts/trend.schema.json', import.meta.url);
const published = Compile(JSON.parse(await readFile(schemaFile, 'utf8')) as object);

async function trendOf(...words: string[]): Promise<{ exitCode: number | null; answer: TrendAnswer }> {
  const { exitCode, stdout, stderr } = await runPiaffe(['trend', '--json', ...words], { cwd: folder });
  assert.equal(stderr, '');
  const answer = JSON.parse(stdout) as TrendAnswer;
  assert.ok(published.Check(answer), JSON.stringify(published.Errors(answer)));
  return { exitCode, answer };
}

test('the published schema is the one this source makes (npm run schemas --workspace piaffe)', async () => {
  assert.deepEqual(JSON.parse(await readFile(schemaFile, 'utf8')), trendSchema());
});

test('lines, an array, single results and standard input give the same trend', async () => {
  const lines = await write('rides.jsonl', inLines(rides));
  const array = await write('rides.json', JSON.stringify(rides, null, 2));
  const single = await Promise.all(
    rides.map((ride, index) => write(`result-${index}.json`, JSON.stringify(ride, null, 2))),
  );
  const answers = await Promise.all([trendOf(lines), trendOf(array), trendOf(...single)]);
  for (const { exitCode, answer } of answers) {
    assert.equal(exitCode, 0);
    assert.deepEqual(answer, answers[0].answer);
  }
  const { stdout } = await runPiaffe(['trend', '--json', '-'], { input: inLines(rides) });
  assert.deepEqual(JSON.parse(stdout), answers[0].answer);
});

test('six sessions out of range in a row are told with the advice, and with the sessions', async () => {
  const { answer } = await trendOf(await write('turns.jsonl', inLines(rides)));
  assert.deepEqual(answer.outOfRange[0], {
    metric: 'symmetry.minDiff',
    group: 0,
    direction: 'higher',
    sessions: rides.slice(34).map(({ file }) => file),
    inARow: 6,
    ongoing: true,
    advice: 'talk-to-your-vet',
  });
  const minDiff = answer.metrics.find(({ metric }) => metric === 'symmetry.minDiff')!;
  assert.deepEqual(
    minDiff.changes.map(({ session }) => session),
    [rides[34].file],
  );
  assert.ok(minDiff.slope.p !== null && minDiff.slope.p > 0 && minDiff.slope.p < 1);
});

test('what has no start or is no result is refused with the reason, and the others are used', async () => {
  const unknownStart = {
    ...rides[0],
    file: 'lost.csv',
    recording: { ...rides[0].recording, startedAt: null },
  };
  const mixed = [
    unknownStart,
    ...rides.slice(0, 6),
    rejectedLine('bad.csv', 'unknown-format', 'No header.'),
    7,
    rides[2],
  ];
  const file = await write('mixed.jsonl', `${inLines(mixed)}{"cut": \n`);
  const { exitCode, answer } = await trendOf(file, 'none.json');
  assert.equal(exitCode, 65);
  assert.equal(answer.sessions.length, 6);
  assert.deepEqual(
    answer.refused.map(({ file, entry, recording, problem }) => [file, entry, recording, problem.code]),
    [
      [file, 1, 'lost.csv', 'no-start'],
      [file, 8, 'bad.csv', 'rejected'],
      [file, 9, null, 'not-a-result'],
      [file, 10, 'ride-3.csv', 'twice'],
      [file, 11, null, 'not-json'],
      ['none.json', null, null, 'unreadable'],
    ],
  );
  assert.match(answer.refused[0].problem.detail, /--started-at/);
});

test('one ride with a start that cannot be is refused alone, and the others are used', async () => {
  const at = (startedAt: string, index: number) => ({
    ...rides[index],
    recording: { ...rides[index].recording, startedAt },
  });
  const wrong = [
    at('0001-01-01T00:00:00Z', 0),
    at('9999-01-01T00:00:00Z', 1),
    at('1979-06-01T10:00:00Z', 2),
    at('2066-06-01T10:00:00Z', 3),
  ];
  const file = await write('starts.jsonl', inLines([...wrong, ...rides.slice(4, 12)]));
  const { exitCode, answer } = await trendOf(file);
  assert.equal(exitCode, 65);
  assert.equal(answer.sessions.length, 8);
  assert.deepEqual(
    answer.refused.map(({ entry, problem }) => [entry, problem.code]),
    [1, 2, 3, 4].map((entry) => [entry, 'start-not-valid']),
  );
  assert.match(answer.refused[0].problem.detail, /before 1980/);
  assert.match(answer.refused[1].problem.detail, /30 years/);
});

test('a metric whose value is no number makes no result', async () => {
  const withScore = (value: unknown, index: number) => ({
    ...rides[index],
    metrics: { ...rides[index].metrics, symmetry: { ...rides[index].metrics.symmetry, score: value } },
  });
  const { score } = rides[0].metrics.symmetry;
  const wrong = [
    withScore({ ...score, value: '<x>' }, 0),
    withScore(7, 1),
    withScore({ quality: 'good' }, 2),
  ];
  const file = await write('no-number.jsonl', inLines([...wrong, ...rides.slice(3, 9)]));
  const { exitCode, answer } = await trendOf(file);
  assert.equal(exitCode, 65);
  assert.equal(answer.sessions.length, 6);
  assert.deepEqual(
    answer.refused.map(({ entry, problem }) => [entry, problem.code]),
    [1, 2, 3].map((entry) => [entry, 'not-a-result']),
  );
  assert.match(answer.refused[0].problem.detail, /symmetry\.score/);
});

test('a result of an older version, without newer metrics, is used, and the change of version is marked', async () => {
  const older = rides.slice(0, 3).map(({ metrics, ...ride }) => {
    const { position: _, heartRate: __, ...known } = metrics;
    return { ...ride, metrics: known, algorithm: { ...ride.algorithm, version: '0.9.0' } };
  });
  const { exitCode, answer } = await trendOf(
    await write('older.jsonl', inLines([...older, ...rides.slice(3, 9)])),
  );
  assert.equal(exitCode, 0);
  assert.equal(answer.groups.length, 2);
  assert.deepEqual(
    answer.versionChanges.map(({ session }) => session),
    [rides[3].file],
  );
});

test('the report reads without colour, fits its width and names no diagnosis', async () => {
  const file = await write('report.jsonl', inLines(rides));
  const words = ['trend', '--event', '2026-03-02 shoeing new shoes', file];
  const { exitCode, stdout, stderr } = await runPiaffe(words, { cwd: folder });
  assert.equal(stderr, '');
  assert.equal(exitCode, 0);
  assert.equal(stdout, stripVTControlCharacters(stdout));
  assert.match(stdout, /^Luna\n40 sessions · 2026-01-05 to 2026-03-24/);
  assert.match(stdout, /lowest points \(MinDiff\) higher than usual, 6 comparable sessions/);
  assert.match(stdout, /talk to your vet/);
  assert.match(stdout, /^Events +2026-03-02 {2}shoeing: new shoes/m);
  assert.match(stdout, /Per week: .*p:\s+how\s+often\s+chance/s);
  assert.doesNotMatch(stdout, /\blame|injur|disease/i);
  for (const line of stdout.split('\n')) assert.ok(cellsOf(line) <= 80, line);
});

test('what a file says of itself cannot steer the terminal', async () => {
  const evil = rides.map((ride) => ({ ...ride, context: { ...ride.context, rider: '\u001b[31mred\u202e' } }));
  const { stdout } = await runPiaffe(['trend', await write('evil.jsonl', inLines(evil))], { cwd: folder });
  assert.match(stdout, /ridden by red/);
  assert.equal(stdout, stripVTControlCharacters(stdout));
  assert.ok(!stdout.includes('\u202e'));
});

test('a trend is of one horse, in a time zone that there is', async () => {
  const two = [rides[0], { ...rides[1], context: { ...rides[1].context, horse: 'Max' } }];
  const several = await runPiaffe(['trend', await write('two.jsonl', inLines(two))], { cwd: folder });
  assert.equal(several.exitCode, 65);
  assert.match(several.stderr, /Luna, Max/);
  const nowhere = await runPiaffe(['trend', '--time-zone', 'Mars/Base', 'two.jsonl'], { cwd: folder });
  assert.equal(nowhere.exitCode, 64);
  assert.match(nowhere.stderr, /Europe\/Berlin/);
  const noKind = await runPiaffe(['trend', '--event', '2026-03-02 sunny', 'two.jsonl'], { cwd: folder });
  assert.equal(noKind.exitCode, 64);
  assert.match(noKind.stderr, /shoeing, treatment, lesson/);
});

test('--until leaves out what is later', async () => {
  const { answer } = await trendOf('--until', '2026-01-09', await write('until.jsonl', inLines(rides)));
  assert.equal(answer.sessions.length, 3);
});
