// Runs before anything is installed, on any Node >= 20: no dependencies.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './run-command.mjs';

const lockfile = `${root}package-lock.json`;
const stampFile = `${root}node_modules/.piaffe-installed`;

/** Remembers, inside node_modules, which lockfile it was installed from. An interrupted install leaves no such stamp. */
export function stampInstalled() {
  writeFileSync(stampFile, stamp());
}

/** @returns {string | null} why packages have to be installed; null when they are all there and up to date */
export function reasonToInstall() {
  if (!existsSync(`${root}node_modules`)) return 'there were none';
  if (!existsSync(stampFile)) return 'an install did not end';
  if (readFileSync(stampFile, 'utf8') !== stamp()) return 'the lockfile has changed';
  const missing = lockedPackages().find(({ path, optional }) => !optional && !existsSync(root + path));
  return missing === undefined ? null : `${missing.path} is missing`;
}

/** @returns {{ done: number, total: number }} how many of the packages for this platform are on disk */
export function installProgress() {
  const wanted = lockedPackages().filter(({ forThisPlatform }) => forThisPlatform);
  return {
    done: wanted.filter(({ path }) => existsSync(`${root}${path}/package.json`)).length,
    total: wanted.length,
  };
}

function stamp() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function lockedPackages() {
  /** @type {{ packages: Record<string, { optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }> }} */
  const lock = JSON.parse(readFileSync(lockfile, 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path]) => path.includes('node_modules/'))
    .map(([path, { optional = false, os, cpu, libc }]) => ({
      path,
      optional,
      forThisPlatform:
        (os?.includes(process.platform) ?? true) &&
        (cpu?.includes(process.arch) ?? true) &&
        (libc?.includes('glibc') ?? true),
    }));
}
