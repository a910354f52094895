import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf, documentOf, pluginHead } from '@piaffe/kernel';
import { bundle } from './bundle.mjs';
import { root } from './run-command.mjs';

/**
 * The computation service: `dist/piaffe-compute-<version>.mjs`.
 *
 * @param {string} [out] another file to write
 * @returns {Promise<string>} where it is
 */
export async function buildCompute(out) {
  const { version } = JSON.parse(await readFile(`${root}services/compute/package.json`, 'utf8'));
  const code = await bundle('services/compute/src/main.ts');
  return write(out ?? `${root}dist/piaffe-compute-${version}.mjs`, code);
}

/**
 * A plugin: a module whose default export is a hosted module. Its first line shows the contract, so that a host can judge it
 * without running it; to write it, the module is imported here, once.
 *
 * @param {string} path of the module, .ts or .mjs
 * @param {string} [out] the file to write; else `dist/<name>-<version>.plugin.mjs`
 * @returns {Promise<string>} where it is
 */
export async function buildPlugin(path, out) {
  const entry = resolve(path);
  const { default: hosted } = await import(pathToFileURL(entry).href);
  if (typeof hosted?.create !== 'function' || hosted.contract === undefined)
    throw new Error(`${path} has no default export of the form { contract, create }.`);
  const contract = documentOf(hosted.contract);
  const { name, version } = contract;
  const head = pluginHead({ name, version, digest: digestOf(hosted.contract), contract });
  const code = await bundle(relative(root, entry));
  return write(out ?? `${root}dist/${name}-${version}.plugin.mjs`, head + code.replace(/^#!.*\n/, ''));
}

/**
 * Writes the whole file or nothing: a host may be about to read it.
 *
 * @param {string} path
 * @param {string} code
 */
async function write(path, code) {
  const file = resolve(path);
  await mkdir(dirname(file), { recursive: true });
  const temporary = resolve(dirname(file), `.${basename(file)}.${process.pid}`);
  await writeFile(temporary, code);
  await rename(temporary, file);
  return file;
}
