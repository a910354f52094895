// npm start [-- FLAGS]: sets up, builds the pages when they are stale, and runs the server. Dependency-free: it starts on
// any Node >= 20.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { buildDashboard } from '../packages/dashboard/build.mjs';
import { root } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

const piaffe = 'services/piaffe/bin/piaffe.mjs';
const signals = /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM']);
const notAvailable = 69;

const flags = process.argv.slice(2);
const asksForHelp = flags.includes('--help') || flags.includes('-h');

const firstSteps = `
Once it is ready, open the page and sign in: a first start shows a link for that at a terminal, and
  npx --no-install piaffe sign-in-link
prints another. Then add your horse and drop a recording on the page. For want of one of your own:
  npx --no-install piaffe simulate sample-ride --out ride.csv
`;

await runMain(async () => {
  const file = flags.find((flag, n) => !flag.startsWith('-') && !flags[n - 1]?.startsWith('--'));
  if (file !== undefined) {
    console.error(`"npm start" runs the server, which takes flags only, such as --port 8000. To analyse a file:
  npx --no-install piaffe analyse ${file}
or start the server without it and drop the file on its page.`);
    return 64;
  }
  const steps = new Steps(setUpSteps + 2);
  const node = await setUp(steps);
  await steps.run('Build the pages', async (step) => {
    const { built } = await buildDashboard({ node, progress: (text) => step.progress(text) });
    step.note(built ? 'their sources changed' : 'up to date');
  });
  steps.announce('Run the server');
  return await serve(node);
});

/**
 * Runs the server in the foreground until it ends, and passes on what the user or the system tells this process.
 *
 * @param {string} node
 */
async function serve(node) {
  const words = ['serve', ...flags];
  console.log(`$ npx --no-install piaffe ${words.join(' ')}`);
  if (!asksForHelp) console.log(firstSteps);
  const child = spawn(node, [`${root}${piaffe}`, ...words], {
    cwd: whereTheUserIs(),
    env: { ...process.env, PIAFFE_DATA: process.env.PIAFFE_DATA || resolve(root, 'data') },
    stdio: 'inherit',
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const { code, signal } = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => done({ code, signal }));
  });
  if (code === notAvailable && !asksForHelp) {
    console.error('Flags of the server follow two hyphens: npm start -- --port 8000 --data elsewhere');
  }
  return code ?? (signal === 'SIGINT' ? 130 : 143);
}

/** npm runs this in the checkout's folder; a path that the user gives lies relative to theirs. */
function whereTheUserIs() {
  return process.env.INIT_CWD ?? process.cwd();
}
