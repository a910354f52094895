import { relative } from 'node:path';
import { buildDashboard } from '../../packages/dashboard/build.mjs';
import { root } from '../run-command.mjs';
import { Steps } from '../steps.mjs';
import { buildExecutable } from './build-executable.mjs';
import { nodeBinary } from './node-binary.mjs';

/**
 * Builds the executable and says what it is made of.
 *
 * @param {'x64' | 'arm64'} arch
 * @param {string} [out] else `dist/piaffe`, or `dist/piaffe-linux-<arch>` for a machine that is not this one
 * @returns {Promise<number>} the exit code
 */
export async function makeExecutable(arch, out) {
  const own = arch === process.arch ? 'piaffe' : `piaffe-linux-${arch}`;
  const steps = new Steps(3);
  const node = await steps.run('Read the Node to build with', async (step) => {
    const found = await nodeBinary(arch);
    step.note(`${found.version} for linux-${arch}, of ${found.from}, SHA-256 ${found.sha256}`);
    return found;
  });
  await steps.run('Build the pages', async (step) => {
    const { built } = await buildDashboard({ progress: (text) => step.progress(text) });
    step.note(built ? 'anew' : 'up to date');
  });
  await steps.run('Put the executable together', async (step) => {
    const { file, bytes, sha256 } = await buildExecutable({ node, out: out ?? `${root}dist/${own}` });
    step.note(`${relative(root, file)}, ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${sha256}`);
  });
  return 0;
}
