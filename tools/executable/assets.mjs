import { readdir } from 'node:fs/promises';
import { root } from '../run-command.mjs';

/** The folders of what the program reads, besides its code. */
const read = ['packages/dashboard/dist', 'plans', 'node_modules/@fastify/swagger-ui/static'];

/**
 * The files that the executable carries, at the same paths as in the checkout.
 *
 * @returns {Promise<Record<string, string>>} by path within the checkout, the path of the file
 */
export async function assetFiles() {
  const paths = await Promise.all(read.map((path) => filesBelow(path)));
  return Object.fromEntries(paths.flat().map((path) => [path, root + path]));
}

/** @param {string} path @returns {Promise<string[]>} */
async function filesBelow(path) {
  const entries = await readdir(root + path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (entries === null) return [path];
  const below = entries
    .filter(({ name }) => !name.endsWith('.map') && name !== 'swagger-ui.js')
    .map((entry) => (entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
  return (await Promise.all(below)).flat();
}
