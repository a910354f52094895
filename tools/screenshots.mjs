// npm run screenshots [-- FOLDER]: takes pictures of every page, of a demo stable made for it, under the pinned Node.
import { runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

await runMain(async () => {
  const steps = new Steps(setUpSteps + 1);
  const node = await setUp(steps);
  steps.announce('Take the pictures');
  const script = 'packages/dashboard/testing/take-screenshots.ts';
  const { code } = await runCommand(node, [script, ...process.argv.slice(2)], { output: 'shown' });
  return code;
});
