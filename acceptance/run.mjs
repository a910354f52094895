// npm run acceptance [-- NAME...] [--rounds N] [--plan PLAN]... [--executable FILE]: the black-box tests in acceptance/, as long as
// you like, of the sources or of the executable that `npm run build` makes.
// `plans` runs the suite over every plan, or over those that are named, or with --link LINK, as `piaffe sign-in-link` prints
// one, at a server that runs anywhere and is there to be tried: the suite leaves its accounts behind.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runCommand } from '../tools/run-command.mjs';
import { runMain, setUp, setUpSteps } from '../tools/set-up.mjs';
import { isTest } from '../tools/source-files.mjs';
import { Steps } from '../tools/steps.mjs';

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      plan: { type: 'string', multiple: true, default: ['all'] },
      link: { type: 'string', default: '' },
      executable: { type: 'string', default: '' },
    },
  });
  const files = new Map(
    readdirSync(`${root}acceptance`)
      .filter(isTest)
      .map((file) => [file.replace(/(\.long)?\.test\.ts$/, ''), file]),
  );
  const all = [...files.keys()];
  const unknown = positionals.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}. There are: ${all.join(', ')}.`);
  const { rounds, plan, link, executable } = values;
  if (rounds !== undefined && !/^[1-9]\d{0,4}$/.test(rounds))
    throw new Error(`--rounds ${rounds} is no number.`);

  const names = positionals.length > 0 ? positionals : all;
  const steps = new Steps(setUpSteps + names.length);
  const node = await setUp(steps);
  let exitCode = 0;
  for (const name of names) {
    steps.announce(name);
    const reporter = ['--test-reporter=./tools/test-reporter.mjs', '--test-reporter-destination=stdout'];
    const { code } = await runCommand(node, ['--test', ...reporter, `acceptance/${files.get(name)}`], {
      output: 'shown',
      env: {
        PIAFFE_PLANS: plan.join(),
        PIAFFE_SIGN_IN_LINK: link,
        PIAFFE_EXECUTABLE: executable === '' ? '' : resolve(process.env.INIT_CWD ?? '.', executable),
        ...(rounds === undefined ? {} : { PIAFFE_ROUNDS: rounds }),
      },
    });
    exitCode ||= code;
  }
  return exitCode;
});
