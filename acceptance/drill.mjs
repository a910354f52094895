// npm run drill [-- --plan NAME]... [--part MODULE]... [--fault FAULT]...: makes each part of a server go wrong, by every plan,
// and compares what is left of each feature with what is declared. Takes about an hour for all plans.
import { readdirSync } from 'node:fs';
import { root, runCommand } from '../tools/run-command.mjs';
import { runMain, setUp, setUpSteps } from '../tools/set-up.mjs';
import { Steps } from '../tools/steps.mjs';

const all = readdirSync(`${root}plans`)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
  .map((file) => file.replace(/\.json$/, ''));

await runMain(async () => {
  const { plans, words } = wanted(process.argv.slice(2));
  const steps = new Steps(setUpSteps + 1 + plans.length);
  const node = await setUp(steps);
  steps.announce('The plugin that plans/plugin.json names');
  const build = [
    'tools/build.mjs',
    'plugin',
    'examples/trend-plugin/index.ts',
    '--out',
    'dist/trend.plugin.mjs',
  ];
  if ((await runCommand(node, build, { output: 'shown' })).code !== 0) return 1;
  /** @type {string[]} */
  const failed = [];
  for (const plan of plans) {
    steps.announce(`Drill ${plan}`);
    const drill = ['services/piaffe/bin/piaffe.mjs', 'drill', '--plan', plan, ...words];
    if ((await runCommand(node, drill, { output: 'shown' })).code !== 0) failed.push(plan);
  }
  console.log(failed.length === 0 ? 'All is as declared.' : `Not as declared: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 65;
});

/**
 * Which plans, all where none is named; and what is for the drill itself.
 *
 * @param {readonly string[]} given
 */
function wanted(given) {
  const words = [...given];
  /** @type {string[]} */
  const plans = [];
  for (let at = words.indexOf('--plan'); at !== -1; at = words.indexOf('--plan')) {
    const [, plan = ''] = words.splice(at, 2);
    plans.push(plan);
  }
  return { plans: plans.length > 0 ? plans : all, words };
}
