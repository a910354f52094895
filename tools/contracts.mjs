// npm run contracts: writes the snapshots of the contracts, and compares them with the last release.
import { runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

await runMain(async () => {
  const steps = new Steps(setUpSteps + 1);
  const node = await setUp(steps);
  steps.announce('Write the contracts');
  return (await runCommand(node, ['tools/contracts/run.ts'], { output: 'shown' })).code;
});
