// npm run build                                 all of Piaffe as one executable, dist/piaffe
// npm run build -- --arch arm64                 the same for another processor, dist/piaffe-linux-arm64
// npm run build -- compute                      the computation service as one file in dist/
// npm run build -- plugin PATH [--out FILE]     a module as one plugin file
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { oldestUsable, pinnedPath } from './pinned-node.mjs';
import { root, runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

const usage = `npm run build                                 all of Piaffe as one executable, dist/piaffe
npm run build -- --arch arm64                 the same for another processor, dist/piaffe-linux-arm64
npm run build -- compute                      the computation service as one file in dist/
npm run build -- plugin PATH [--out FILE]     a module as one plugin file`;

const isReady =
  Number.parseInt(process.versions.node, 10) >= oldestUsable && existsSync(`${root}node_modules/rolldown`);

await runMain(isReady ? build : prepareAndBuild);

async function build() {
  const options = /** @type {const} */ ({ out: { type: 'string' }, arch: { type: 'string' } });
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [what, path, ...others] = positionals;
  const { out, arch = process.arch } = values;
  if (what === undefined && (arch === 'x64' || arch === 'arm64')) {
    if (process.execPath !== pinnedPath()) return prepareAndBuild();
    return (await import('./executable/make.mjs')).makeExecutable(arch, out);
  }
  const { buildCompute, buildPlugin } = await import('./artefacts.mjs');
  if (what === 'compute' && path === undefined) console.log(await buildCompute(out));
  else if (what === 'plugin' && path !== undefined && others.length === 0)
    console.log(await buildPlugin(path, out));
  else {
    console.error(usage);
    return 64;
  }
  return 0;
}

/** Nothing is installed yet, or this Node is too old to read the sources. */
async function prepareAndBuild() {
  const steps = new Steps(setUpSteps + 1);
  const node = await setUp(steps);
  steps.announce('build');
  return (await runCommand(node, ['tools/build.mjs', ...process.argv.slice(2)], { output: 'shown' })).code;
}
