import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { AnalysedLine, AnalysisLine } from '@piaffe/results';
import { Compile } from 'typebox/compile';
import { findNode } from '../../../tools/pinned-node.mjs';
import { runPiaffe, startPiaffe } from '../testing/run-piaffe.fixture.ts';
import { scratchFolder } from '../testing/scratch-folder.fixture.ts';
import { writeSmallRide } from '../testing/small-ride.fixture.ts';

const folder = await scratchFolder();
const ride = await writeSmallRide(folder);
const notARide = join(folder, 'shopping.csv');
await writeFile(notARide, 'item,price\nhay,12\nstraw,7\n');

const schemaFile = new URL('../../../contracts/analyse.schema.json', import.meta.url);
const published = Compile(JSON.parse(await readFile(schemaFile, 'utf8')) as object);

function linesIn(stdout: string): AnalysisLine[] {
  assert.ok(stdout.endsWith('\n'));
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((json) => {
      const line: unknown = JSON.parse(json);
      assert.ok(published.Check(line), JSON.stringify(published.Errors(line)));
      return line as AnalysisLine;
    });
}

test('analyse prints a table that reads without colour, and nothing on standard error', async () => {
  const { exitCode, stdout, stderr } = await runPiaffe(['analyse', 'ride.csv'], { cwd: folder });
  assert.equal(stderr, '');
  assert.equal(exitCode, 0);
  assert.match(stdout, /^ride\.csv\nCSV · start not known · 1:5\d · 50\.\d samples\/s/);
  assert.match(stdout, /^\.+W+T+\.+$/m);
  assert.match(stdout, /^trot +\d:\d\d +\d+ % +\d+\.\d ±\d\.\d ●/m);
  assert.equal(stdout, stripVTControlCharacters(stdout));
});

test('analyse --json prints one object per file in argument order, and one bad file does not stop the others', async () => {
  const files = [ride, join(folder, 'none.csv'), notARide, folder, ride];
  const { exitCode, stdout, stderr } = await runPiaffe(['analyse', '--json', ...files]);
  const lines = linesIn(stdout);
  assert.deepEqual(
    lines.map(({ file }) => file),
    files,
  );
  assert.deepEqual(
    lines.map(({ status }) => status),
    ['analysed', 'rejected', 'rejected', 'rejected', 'analysed'],
  );
  assert.match(lines[1].problem!.detail, /no such file/);
  assert.match(lines[3].problem!.detail, /folder/);
  assert.notEqual(lines[2].problem!.code, 'unreadable');
  assert.deepEqual(lines[0], lines[4]);
  assert.equal(stderr, '');
  assert.equal(exitCode, 65);
});

test('several files end with how many were analysed and which were not, a single one or --json does not', async () => {
  const lastLine = async (...words: string[]) => {
    const { stdout, stderr } = await runPiaffe(['analyse', ...words], { cwd: folder });
    assert.equal(stderr, '');
    return stdout.trimEnd().split('\n').at(-1);
  };
  assert.equal(
    await lastLine('ride.csv', 'shopping.csv', 'none.csv'),
    '1 of 3 analysed; 2 rejected: shopping.csv, none.csv',
  );
  assert.equal(await lastLine('ride.csv', 'ride.csv'), '2 of 2 analysed');
  assert.doesNotMatch((await lastLine('shopping.csv')) ?? '', /analysed/);
  assert.match((await lastLine('--json', 'ride.csv', 'shopping.csv')) ?? '', /^\{"file":"shopping.csv"/);
});

test('what the flags say reaches the result', async () => {
  const startedAt = '2026-05-01T10:30:00+02:00';
  const about = [
    '--horse',
    'Luna',
    '--rider',
    'Kim',
    '--type',
    'lunge',
    '--surface',
    'sand',
    '--mount',
    'girth',
  ];
  const reading = ['--started-at', startedAt, '--columns', 't=t_s,ax=ax_g', '--units', 'acc=g', '--invert'];
  const { exitCode, stdout } = await runPiaffe(['analyse', '--json', ...about, ...reading, ride]);
  assert.equal(exitCode, 0);
  const [line] = linesIn(stdout) as [AnalysedLine];
  const context = { horse: 'Luna', rider: 'Kim', type: 'lunge', surface: 'sand', mount: 'girth' };
  assert.deepEqual(line.context, context);
  assert.equal(line.recording.startedAt, startedAt);
  const { invert, columns, units } = line.algorithm.parameters;
  assert.deepEqual(
    { invert, columns, units },
    {
      invert: true,
      columns: { t: 't_s', ax: 'ax_g' },
      units: { acc: 'g' },
    },
  );
});

test('a recording can come from standard input', async () => {
  const input = await readFile(ride, 'utf8');
  const piped = await runPiaffe(['analyse', '--json', '-'], { input });
  const [fromInput] = linesIn(piped.stdout) as [AnalysedLine];
  const [fromFile] = linesIn((await runPiaffe(['analyse', '--json', ride])).stdout) as [AnalysedLine];
  assert.deepEqual({ ...fromInput, file: ride }, fromFile);
});

test('wrong usage exits with 64 and says what to do', async () => {
  const wrong: [string[], RegExp][] = [
    [['analyse'], /no file is given.*piaffe analyse --help/s],
    [['analyse', '--jsn', ride], /Did you mean --json/],
    [['analize', ride], /Did you mean analyse/],
    [['analyse', '--mount', 'tail', ride], /girth, saddle, withers, phone/],
    [['analyse', '--started-at', '2026-02-30T10:00:00+01:00', ride], /2026-02 has no day 30/],
    [['simulate', '--out', 'x.csv'], /no scenario is given.*piaffe simulate --help/s],
    [
      ['simulate', 'moon-walk', '--out', join(folder, 'x.csv')],
      /^error: "moon-walk" will not do. The scenarios are:\n +sample-ride/,
    ],
    [['simulate', 'sample-ride'], /--out/],
    [
      ['simulate', 'sample-ride', '--rate', 'fast', '--out', 'x.csv'],
      /--rate "fast" will not do. It is a number from 10 to 1000/,
    ],
    [['simulate', 'sample-ride', '--seed', '1.5', '--out', 'x.csv'], /whole number/],
    [['simulate', 'sample-ride', '--out', join(folder, 'none', 'x.csv')], /folder does not exist/],
    [['serve', '--port', 'many'], /^error: --port "many" will not do. It is a whole number.*serve --help/s],
    [['serve', ride], /too many words for 'serve'/],
    [['sign-in-link', '--base-path', 'x'], /--base-path "x" will not do/],
    [['doctor', '--data', ''], /--data "" will not do. It is empty/],
  ];
  for (const [words, message] of wrong) {
    const { exitCode, stdout, stderr } = await runPiaffe(words);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /^ +at |argument|invalid/m);
    assert.equal(stdout, '');
    assert.equal(exitCode, 64, words.join(' '));
  }
});

test('help and version are answers, not errors', async () => {
  const help = await runPiaffe(['--help']);
  assert.match(help.stdout, /serve.*sign-in-link.*doctor.*analyse.*simulate.*piaffe analyse ride\.csv/s);
  assert.doesNotMatch(help.stdout, /compute-for-server/);
  const analyse = await runPiaffe(['analyse', '--help']);
  assert.match(analyse.stdout, /--columns.*Examples:.*Exit code/s);
  const simulate = await runPiaffe(['simulate', '--help']);
  assert.match(simulate.stdout, /Scenarios:\n +sample-ride/);
  const version = await runPiaffe(['--version']);
  assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  assert.deepEqual(
    [help, analyse, simulate, version].map(({ exitCode }) => exitCode),
    [0, 0, 0, 0],
  );
});

test('simulate writes the recording and the truth beside it, the same for the same seed', async () => {
  const write = async (name: string, seed: string) => {
    const words = ['simulate', 'sample-ride', '--rate', '20', '--seed', seed, '--out', name];
    const { exitCode, stderr } = await runPiaffe(words, { cwd: folder });
    assert.equal(stderr, '');
    assert.equal(exitCode, 0);
    return readFile(join(folder, name), 'utf8');
  };
  const recording = await write('first.csv', '3');
  assert.equal(await write('second.csv', '3'), recording);
  assert.notEqual(await write('second.csv', '4'), recording);
  const truth = JSON.parse(await readFile(join(folder, 'first.truth.json'), 'utf8'));
  assert.ok(truth.segments.length > 5);
  assert.ok(truth.metrics.gaits.trot.cadence.value > 50);
});

test('a reader that leaves early is no error', async () => {
  const child = startPiaffe(['analyse', '--json', ...Array<string>(6).fill(ride)]);
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [exitCode] = await once(child, 'close');
  assert.equal(complaints, '');
  assert.equal(exitCode, 0);
});

test('an interruption ends the program at once with 130 and without a word', async () => {
  const child = startPiaffe(['analyse', '--json', ride, '-']);
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const [exitCode] = await once(child, 'close');
  assert.equal(complaints, '');
  assert.equal(exitCode, 130);
});

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} ends the program while it waits for the writer of a named pipe`, {
    skip: process.platform === 'win32' && 'there are no named pipes in folders',
  }, async () => {
    const pipe = join(folder, `${signal}.csv`);
    assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
    const child = startPiaffe(['analyse', '--json', ride, pipe, ride]);
    const output = text(child.stdout);
    const complaints = text(child.stderr);
    await once(child.stdout, 'data');
    // Long enough to be waiting for the pipe, which nothing shows outside.
    await setTimeout(300);
    child.kill(signal);
    const [code, killedBy] = await once(child, 'close');
    // A shell sees the same exit code, whether the program exits with it or ends by the signal.
    assert.equal(code ?? 128 + constants.signals[killedBy as NodeJS.Signals], exitCode);
    assert.equal(linesIn(await output).length, 1);
    assert.equal(await complaints, '');
  });
}

/** An environment in which the program has another aggregation: `body` is that of its `aggregate`. */
function withAggregation(body: string): Record<string, string> {
  const source = `export const aggregationModule = { create: () => ({ async aggregate() { ${body} } }) };`;
  const hooks = `
    import { registerHooks } from 'node:module';
    const replacement = { format: 'module', shortCircuit: true, source: ${JSON.stringify(source)} };
    registerHooks({
      load: (url, context, next) => url.endsWith('/aggregation/create.ts') ? replacement : next(url, context),
    });`;
  return { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(hooks)}"` };
}

test('an interruption in the middle of computing is not forgotten', async () => {
  const env = withAggregation('process.kill(process.pid, "SIGINT"); throw new Error("too late");');
  const { exitCode, stdout, stderr } = await runPiaffe(['analyse', '--json', ride], { env });
  assert.equal(stdout + stderr, '');
  assert.equal(exitCode, 130);
});

test('a fault of our own is one line, with the stack on demand, and exits with 70', async () => {
  const env = withAggregation('throw new Error("broken");');
  const quiet = await runPiaffe(['analyse', '--json', ride, notARide], { env });
  assert.equal(quiet.exitCode, 70);
  assert.match(quiet.stderr, /^(piaffe: internal error: .*broken.*PIAFFE_DEBUG=1.*\n){2}$/);
  assert.deepEqual(
    linesIn(quiet.stdout).map(({ problem }) => problem?.code),
    ['internal-error', 'internal-error'],
  );
  const loud = await runPiaffe(['analyse', ride], { env: { ...env, PIAFFE_DEBUG: '1' } });
  assert.equal(loud.exitCode, 70);
  assert.match(loud.stderr, /caused by Error: broken\n +at /);
});

const olderNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map((place) => join(place, 'node'))
  .find((path) => {
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    return version !== '' && Number.parseInt(version.slice(1), 10) < 24;
  });

function whyNotBootstrapped(): string | false {
  if (olderNode === undefined) return 'there is no Node before 24 on the PATH';
  return findNode().pinned ? false : 'the pinned Node does not start here';
}

test('started by an older Node it runs on the pinned one and passes on exit code, output and signals', {
  skip: whyNotBootstrapped(),
}, async () => {
  const node = olderNode!;
  const { exitCode, stdout, stderr } = await runPiaffe(['analyse', '--json', ride, notARide], { node });
  assert.equal(stderr, '');
  assert.equal(linesIn(stdout).length, 2);
  assert.equal(exitCode, 65);

  const child = startPiaffe(['analyse', '--json', ride, '-'], { node });
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  assert.deepEqual(await once(child, 'close'), [130, null]);
});
