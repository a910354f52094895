import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const notOurs = new Set(['node_modules', 'dist', 'coverage', 'var']);

/**
 * The source files (.ts, .tsx, .mjs) below a folder, sorted; or the one given.
 *
 * @param {string} path a folder or a file
 * @returns {string[]}
 */
export function sourceFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return /\.(tsx?|mjs)$/.test(path) ? [path] : [];
  return readdirSync(path)
    .filter((name) => !notOurs.has(name))
    .sort()
    .flatMap((name) => sourceFiles(join(path, name)));
}

/** Takes its time, so it runs where it is asked for. @param {string} path */
export const isLongTest = (path) => /\.long\.test\.(ts|mjs)$/.test(path);

/** @param {string} path */
export const isTest = (path) => /\.test\.(ts|mjs)$/.test(path);
