// Runs before anything is installed, on any Node >= 20: no dependencies.
import { installProgress, reasonToInstall, stampInstalled } from './installed-packages.mjs';
import { findNode } from './pinned-node.mjs';
import { runNpm } from './run-command.mjs';
import { StepFailed } from './steps.mjs';

/** How many steps `setUp` takes. */
export const setUpSteps = 2;

/**
 * Brings a fresh, stale or half-installed checkout to where it can run.
 *
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<string>} the Node executable to run everything else under
 */
export async function setUp(steps) {
  await steps.run('Install packages (npm ci)', installPackages);
  return await steps.run('Find the pinned Node', (step) => {
    const { path, version, why } = findNode();
    step.note(why === null ? version : `using ${version}: ${why}`);
    return path;
  });
}

/** @param {import('./steps.mjs').Step} step */
async function installPackages(step) {
  const reason = reasonToInstall();
  if (reason === null) return step.note('up to date');

  const timer = setInterval(() => {
    const { done, total } = installProgress();
    step.progress(`${done} of ${total} packages`);
  }, 250);
  try {
    const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund']);
    if (code !== 0) throw new StepFailed('npm ci failed', output);
  } finally {
    clearInterval(timer);
  }
  stampInstalled();
  step.note(reason);
}

/**
 * Runs a tool's main function; what it throws becomes a message and exit code 1.
 *
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof StepFailed) console.error(`${error.output.trimEnd()}\n${error.message}`);
    else console.error(error instanceof Error ? error.message : error);
  }
}
