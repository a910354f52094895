// npm run image                 an image of Piaffe made from nothing: dist/image (an OCI layout) and dist/image.tar
// npm run image -- --thin       Node and its libraries in a layer of their own, so that an update is small
// npm run image -- --gzip       for tools too old to read zstd
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pinnedPath } from './pinned-node.mjs';
import { root, runCommand } from './run-command.mjs';
import { runMain, setUp, setUpSteps } from './set-up.mjs';
import { Steps } from './steps.mjs';

await runMain(async () => {
  if (process.execPath !== pinnedPath() || !existsSync(`${root}node_modules/rolldown`))
    return prepareAndMake();
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values } = parseArgs({ options: { thin: flag, gzip: flag, out: { type: 'string' } } });
  const { thin, gzip, out } = values;
  const { makeImage } = await import('./image/make.mjs');
  return makeImage({ thin, compression: gzip ? 'gzip' : 'zstd', ...(out === undefined ? {} : { out }) });
});

async function prepareAndMake() {
  const steps = new Steps(setUpSteps + 1);
  const node = await setUp(steps);
  steps.announce('image');
  return (await runCommand(node, ['tools/image.mjs', ...process.argv.slice(2)], { output: 'shown' })).code;
}
