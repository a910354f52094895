import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const reporter = fileURLToPath(new URL('./test-reporter.mjs', import.meta.url));

/** Runs tests in a process of their own and gives what is printed, line by line. */
function report(source: string, failedChecks = ''): readonly string[] {
  return run(source, failedChecks).lines;
}

function run(source: string, failedChecks = ''): { lines: readonly string[]; exitCode: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-reporter-'));
  try {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(file, `import { describe, test } from 'node:test';\n${source}`);
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', file],
      { encoding: 'utf8', env: { ...env, FORCE_COLOR: '0', PIAFFE_FAILED_CHECKS: failedChecks } },
    );
    return { lines: stdout.trimEnd().split('\n'), exitCode: status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const closingKeys = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo', 'duration_ms'];

function assertEndsWithClosingLines(lines: readonly string[]) {
  const keys = lines.slice(-closingKeys.length).map((line) => /^ℹ (\w+) [\d.]+$/.exec(line)?.[1]);
  assert.deepEqual(keys, closingKeys, lines.join('\n'));
}

test("node:test's closing lines are the last, also after a failure", () => {
  const lines = report("test('good', () => {}); test('bad', () => { throw new Error('broken'); });");
  assertEndsWithClosingLines(lines);
  assert.ok(lines.some((line) => line.includes('failing tests:')));
  assert.ok(lines.some((line) => line.includes('broken')));
  assert.ok(lines.includes('ℹ fail 1'));
});

test('skipped tests are listed with their reasons, however deep they stand', () => {
  const lines = report(`
    test('on the moon', { skip: 'needs a rocket' }, () => {});
    describe('outer', () => test('inner', { skip: true }, () => {}));`);
  const list = lines.slice(lines.indexOf('Skipped:'));
  assert.equal(list[1], '﹣ on the moon: needs a rocket');
  assert.equal(list[2], '﹣ inner: no reason given');
  assertEndsWithClosingLines(lines);
});

test('a test skipped, or left to do, without a reason fails the run', () => {
  assert.equal(run("test('on the moon', { skip: 'needs a rocket' }, () => {});").exitCode, 0);
  for (const source of ["test('a', { skip: true }, () => {});", "test.todo('b');"]) {
    const { lines, exitCode } = run(source);
    assert.equal(exitCode, 1);
    assert.ok(lines.some((line) => line.includes('without a reason')));
    assertEndsWithClosingLines(lines);
  }
});

test('checks that failed before the tests are named just above the closing lines', () => {
  const lines = report("test('good', () => {});", 'Types, Boundaries');
  assert.match(lines.at(-closingKeys.length - 2) ?? '', /^✖ Failed before the tests: Types, Boundaries\./);
  assertEndsWithClosingLines(lines);
});
