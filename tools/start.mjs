// npm start [-- FILE...]: sets up, then shows what Piaffe finds in a ride. Dependency-free: it starts on any Node >= 20.
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { StepFailed, Steps } from './steps.mjs';

const piaffe = 'services/piaffe/bin/piaffe.mjs';
const sampleRide = 'var/sample-ride.csv';

await runMain(async () => {
  const given = process.argv.slice(2).map(fromWhereTheUserIs);
  const steps = new Steps(setUpSteps + (given.length > 0 ? 3 : 2));
  const node = await setUp(steps);

  await steps.run('Simulate the sample ride', async (step) => {
    mkdirSync(`${root}var`, { recursive: true });
    const { code, output } = await runCommand(node, [piaffe, 'simulate', 'sample-ride', '--out', sampleRide]);
    if (code !== 0) throw new StepFailed('The sample ride could not be simulated.', output);
    step.note(sampleRide);
  });

  let exitCode = await analyse('Analyse the sample ride', [sampleRide]);
  if (given.length > 0) exitCode = (await analyse('Analyse what you gave', given)) || exitCode;

  console.log(`What to try next
  npm start -- my-ride.csv                             a recording of your own
  npx --no-install piaffe analyse ${sampleRide} --json
  npx --no-install piaffe --help                       all commands and flags
  docs/METRICS.md                                      what each number means, and its limits`);
  return exitCode;

  /** @param {string} name @param {readonly string[]} args */
  async function analyse(name, args) {
    steps.announce(name);
    console.log(`$ npx --no-install piaffe analyse ${args.join(' ')}\n`);
    return (await runCommand(node, [piaffe, 'analyse', ...args], { output: 'shown' })).code;
  }
});

/**
 * npm runs this in the checkout's folder; a file the user names lies relative to theirs.
 *
 * @param {string} argument
 */
function fromWhereTheUserIs(argument) {
  const path = resolve(process.env.INIT_CWD ?? '.', argument);
  return existsSync(path) ? path : argument;
}
