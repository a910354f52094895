// Builds the package for programs outside this checkout: plain JavaScript and declarations. Runs on any Node >= 20.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./', import.meta.url));
const checkout = join(folder, '../..');

/**
 * Writes a folder that `npm install FOLDER` takes, in place of what it held.
 *
 * @param {string} outDir
 */
export function buildClient(outDir) {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  compile(outDir);
  nameWhatIsThere(outDir);
  writeFileSync(join(outDir, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  copyFileSync(join(folder, 'README.md'), join(outDir, 'README.md'));
  copyFileSync(join(checkout, 'LICENSE'), join(outDir, 'LICENSE'));
}

/** @param {string} outDir */
function compile(outDir) {
  const compiler = join(checkout, 'node_modules/typescript-7/bin/tsc');
  const options = [
    ...['--ignoreConfig', '--outDir', outDir, '--rootDir', join(folder, 'src')],
    ...['--target', 'es2022', '--lib', 'es2024', '--module', 'nodenext', '--types', 'node'],
    ...['--declaration', '--rewriteRelativeImportExtensions', '--verbatimModuleSyntax'],
    ...['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--noEmitOnError'],
  ];
  const { status, error, stdout } = spawnSync(
    process.execPath,
    [compiler, ...options, join(folder, 'src/index.ts')],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The client was not built. ${stdout}`, { cause: error });
}

/** The compiler leaves `.ts` in what declarations import. @param {string} outDir */
function nameWhatIsThere(outDir) {
  for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue;
    const path = join(outDir, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/( from '\.[^']*)\.ts';$/gm, "$1.js';"));
  }
}

/** The package's own, with what was built in place of the sources. */
function manifest() {
  const { name, version, description, license, type, dependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const exports = { '.': { types: './index.d.ts', default: './index.js' } };
  const engines = { node: '>=20.3' };
  return { name, version, description, license, type, engines, sideEffects: false, exports, dependencies };
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  buildClient(join(folder, 'dist'));
  process.stdout.write(`built: npm install ${join(folder, 'dist')}\n`);
}
