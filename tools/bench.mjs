// npm run bench [-- NAME]: runs benchmarks/NAME.ts, or all of them, under the pinned Node.
import { existsSync, readdirSync } from 'node:fs';
import { root, runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

await runMain(async () => {
  const all = readdirSync(`${root}benchmarks`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''));
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !existsSync(`${root}benchmarks/${name}.ts`));
  if (unknown !== undefined)
    throw new Error(`There is no benchmark ${unknown}. There are: ${all.join(', ')}.`);

  const names = asked.length > 0 ? asked : all;
  const steps = new Steps(setUpSteps + names.length);
  const node = await setUp(steps);
  let exitCode = 0;
  for (const name of names) {
    steps.announce(name);
    const { code } = await runCommand(node, [`benchmarks/${name}.ts`], { output: 'shown' });
    exitCode ||= code;
  }
  return exitCode;
});
