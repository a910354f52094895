// Builds the pages when they are not up to date. Runs before anything of ours, on any Node >= 20: no dependencies.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('./', import.meta.url));
const checkout = join(folder, '../..');
const built = join(folder, 'dist');
const stamp = 'built-from.txt';

/**
 * Builds what `dashboardFolder` serves, unless it was built from the same sources and packages already.
 *
 * @param {{ node?: string, progress?: (text: string) => void }} [options] `node` is the executable to build with
 * @returns {Promise<{ built: boolean }>} whether there was something to do
 */
export async function buildDashboard({ node = process.execPath, progress = () => {} } = {}) {
  const sources = hashOfSources();
  if (existsSync(join(built, stamp)) && readFileSync(join(built, stamp), 'utf8') === sources) {
    return { built: false };
  }
  progress('bundling the pages');
  const fresh = `${built}-${process.pid}`;
  try {
    await runVite(node, fresh);
    progress('compressing them');
    compressBeside(fresh);
    writeFileSync(join(fresh, stamp), sources);
    progress('putting them in place');
    putInPlace(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return { built: true };
}

/** Once, at the best there is, instead of for every visitor. @param {string} folder */
function compressBeside(folder) {
  for (const file of filesBelow(folder).filter((name) =>
    /\.(js|css|html|svg|json|webmanifest)$/.test(name),
  )) {
    const bytes = readFileSync(file);
    if (bytes.length < 1000) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Whoever builds at the same time builds the same: the first one in place stays. @param {string} fresh */
function putInPlace(fresh) {
  const old = `${fresh}-old`;
  try {
    if (existsSync(built)) renameSync(built, old);
    renameSync(fresh, built);
  } catch (error) {
    if (!existsSync(join(built, stamp))) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** @param {string} node @param {string} outDir @returns {Promise<void>} */
function runVite(node, outDir) {
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  const child = spawn(node, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built.\n${output.trimEnd()}`)),
    );
  });
}

/** Of everything the pages are made from; tests are not. */
function hashOfSources() {
  const files = [
    ...filesBelow(join(folder, 'src')),
    ...filesBelow(join(folder, 'public')),
    ...filesBelow(join(checkout, 'packages/client/src')),
    ...['index.html', 'vite.config.mjs', 'build.mjs', 'tsconfig.json'].map((name) => join(folder, name)),
    join(checkout, 'package-lock.json'),
  ].filter((file) => !/\.(test|fixture)\.ts$/.test(file));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash
      .update(`${relative(checkout, file).replaceAll(sep, '/')}\n`)
      .update(readFileSync(file))
      .update('\n');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { built: worked } = await buildDashboard({ progress: (text) => console.log(`${text} ...`) });
    console.log(worked ? 'The pages are built.' : 'The pages are up to date.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
