import { readdir, readFile } from 'node:fs/promises';
import { root } from '../run-command.mjs';

/**
 * @typedef {object} Package of somebody else, of which something is in the executable
 * @property {string} name
 * @property {string} version
 * @property {string} licence its SPDX expression
 * @property {string} text of the licence; empty where the package has none with it
 */

/** The pages are built beforehand, from the packages that their own depends on. */
const pages = 'packages/dashboard/package.json';

/**
 * @param {readonly string[]} modules paths of the files that were bundled
 * @returns {Promise<Package[]>} by name and version
 */
export async function packagesIn(modules) {
  const folders = new Set(await foldersOfPages());
  for (const module of modules) {
    const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
    if (folder !== undefined && !folder.includes('/node_modules/@piaffe/')) folders.add(folder);
  }
  const packages = await Promise.all([...folders].map(readPackage));
  const byKey = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** @param {string} folder @returns {Promise<Package>} */
async function readPackage(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const files = (await readdir(folder)).filter((each) => /^(licen[cs]e|notice)/i.test(each)).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  const text = texts.map((each) => each.trim()).join('\n\n');
  return { name, version, licence: license ?? 'see its text', text };
}

/** Its dependencies, and theirs. */
async function foldersOfPages() {
  const { packages } = JSON.parse(await readFile(`${root}package-lock.json`, 'utf8'));
  /** @type {Set<string>} */
  const found = new Set();
  const { dependencies } = JSON.parse(await readFile(root + pages, 'utf8'));
  const waiting = Object.keys(dependencies ?? {}).map((name) => ({ name, from: 'packages/dashboard' }));
  for (const { name, from } of waiting) {
    const path = [`${from}/node_modules/${name}`, `node_modules/${name}`].find((each) => packages[each]);
    if (path === undefined || packages[path].link || found.has(root + path)) continue;
    found.add(root + path);
    for (const next of Object.keys(packages[path].dependencies ?? {}))
      waiting.push({ name: next, from: path });
  }
  return found;
}

/**
 * What `piaffe licences` prints.
 *
 * @param {readonly Package[]} packages
 * @param {string} node the text that comes with Node, which names what is in it
 */
export function licencesText(packages, node) {
  const parts = packages.map(
    ({ name, version, licence, text }) =>
      `${name} ${version} (${licence})\n\n${text || 'It comes without a text.'}`,
  );
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${['Piaffe is licensed under Apache-2.0. In it are these works of others.', ...parts, `Node.js\n\n${node.trim()}`].join(rule)}\n`;
}
