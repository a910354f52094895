// npm test [-- PATH...] [-- --all]: sets up, then runs every check; the long tests with --all, or where a path is named.
// Dependency-free: it starts on any Node >= 20.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { buildDashboard } from '../packages/dashboard/build.mjs';
import { root, runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { isLongTest, isTest, sourceFiles } from './source-files.mjs';
import { StepFailed, Steps } from './steps.mjs';

/** One more than there is room for: much of what is tested from outside is waiting. */
const filesAtOnce = availableParallelism() + 1;

const allFlag = '--all';
const all = process.argv.includes(allFlag);
const everything = ['packages', 'services', 'tools', 'benchmarks', 'acceptance', 'examples'];

await runMain(async () => {
  const parts = partsToTest();
  const found = (parts ?? everything).flatMap((part) => sourceFiles(root + part)).filter(isTest);
  const tests = found.filter((file) => parts !== null || all || !isLongTest(file));
  const left = found.length - tests.length;
  if (tests.length === 0) throw new Error(`There are no tests in ${(parts ?? everything).join(', ')}.`);
  const checks = [
    {
      name: 'Formatting and lint (Biome)',
      args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...(parts ?? [])],
    },
    { name: 'Types (TypeScript 7)', args: ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json'] },
    {
      name: 'Types of the pages',
      args: ['node_modules/typescript-7/bin/tsc', '-p', 'packages/dashboard'],
    },
    { name: 'Boundaries (dependency-cruiser)', args: ['tools/boundaries.mjs'] },
  ];
  const steps = new Steps(setUpSteps + checks.length + 2);
  const node = await setUp(steps);

  await steps.run('Build the pages (Vite)', async (step) => {
    const { built } = await buildDashboard({ node, progress: (text) => step.progress(text) });
    if (!built) step.note('up to date');
  });

  /** @type {string[]} */
  const failed = [];
  for (const { name, args } of checks) {
    await steps
      .run(name, async (step) => {
        const { code, output } = await runCommand(node, args);
        if (code !== 0) throw new StepFailed(name, output);
        const lastLine = output.trimEnd().split('\n').at(-1);
        if (lastLine) step.note(lastLine);
      })
      .catch((error) => {
        if (!(error instanceof StepFailed)) throw error;
        console.log(error.output.trimEnd());
        failed.push(name);
      });
  }

  const others = left === 0 ? '' : `; ${left} long ones are run by "npm test -- --all"`;
  steps.announce(`Tests (node:test, ${tests.length} files${others})`);
  const run = await runCommand(
    node,
    [
      '--test',
      `--test-concurrency=${filesAtOnce}`,
      '--test-reporter=./tools/test-reporter.mjs',
      '--test-reporter-destination=stdout',
      ...tests.map((file) => relative(root, file)),
    ],
    { output: 'shown', env: { PIAFFE_FAILED_CHECKS: failed.join(', ') } },
  );
  return run.code === 0 && failed.length === 0 ? 0 : 1;
});

/** @returns {string[] | null} what the caller named, relative to the checkout; null for everything */
function partsToTest() {
  const named = process.argv.slice(2).filter((word) => word !== allFlag);
  if (named.length === 0) return null;
  return named.map((name) => {
    const path = resolve(process.env.INIT_CWD ?? '.', name);
    if (!existsSync(path))
      throw new Error(`There is no ${name}. Name a folder or a file, such as packages/signal.`);
    return relative(root, path);
  });
}
