// npm run lock: makes package-lock.json under the pinned Node, so that everyone's changes to it look the same.
import { findNode } from './pinned-node.mjs';
import { runNpm } from './run-command.mjs';
import { runMain } from './set-up.mjs';
import { StepFailed, Steps } from './steps.mjs';

await runMain(async () => {
  const { path, version, pinned, why } = findNode();
  if (!pinned) throw new Error(`The lockfile is made under the pinned Node only. ${why}`);
  await new Steps(1).run(`Make package-lock.json under Node ${version}`, async () => {
    const { code, output } = await runNpm(['install', '--package-lock-only', '--ignore-scripts'], path);
    if (code !== 0) throw new StepFailed('npm install --package-lock-only failed', output);
  });
  console.log('Now "npm ci" installs what it says; "npm test" does so by itself.');
  return 0;
});
