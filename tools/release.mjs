// npm run release: contracts and one-file artefacts of the version in package.json, and how to tag it.
import { runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

await runMain(async () => {
  const steps = new Steps(setUpSteps + 1);
  const node = await setUp(steps);
  steps.announce('Make the release');
  return (await runCommand(node, ['tools/contracts/release.ts'], { output: 'shown' })).code;
});
