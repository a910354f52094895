import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, zstdCompressSync } from 'node:zlib';
import { bundleParts } from '../bundle.mjs';
import { assetFiles } from './assets.mjs';
import { licencesText, packagesIn } from './packages.mjs';
import { stripElf } from './strip-elf.mjs';

const execute = promisify(execFile);
const compileParts = fileURLToPath(new URL('compile-parts.cjs', import.meta.url));

/**
 * The whole of Piaffe as one executable for Linux. The same sources and the same Node give the same bytes.
 *
 * @param {{ node: import('./node-binary.mjs').NodeBinary, out: string }} order
 * @returns {Promise<{ file: string, bytes: number, sha256: string, packages: import('./packages.mjs').Package[] }>}
 */
export async function buildExecutable({ node, out }) {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-build-'));
  /** @param {string} name @param {string | Buffer} content */
  const put = async (name, content) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  try {
    const parts = await bundleParts('services/piaffe/src/executable.ts');
    const packages = await packagesIn(parts.flatMap(({ modules }) => modules));
    const licences = brotliCompressSync(licencesText(packages, node.licence));
    await copyFile(new URL('main.cjs', import.meta.url), join(folder, 'main.cjs'));
    for (const each of ['code', 'compiled']) await mkdir(join(folder, each));
    for (const { name, code } of parts) await put(`code/${name}`, code);
    // What V8 makes of them is for one processor.
    if (node.arch === process.arch)
      await execute(process.execPath, ['--predictable', compileParts, 'code', 'compiled'], { cwd: folder });
    const assets = {
      ...(await assetFiles()),
      ...(await packed(folder, ['code', 'compiled'])),
      // Threads begin with it, too.
      'main.cjs': 'main.cjs',
      'LICENCES.txt.br': await put('LICENCES.txt.br', licences),
    };
    await put('node', stripElf(node.bytes));
    await put('sea.json', JSON.stringify(configFor(assets)));
    await execute(process.execPath, ['--build-sea', 'sea.json'], { cwd: folder });
    const bytes = await readFile(join(folder, 'piaffe'));
    const file = await write(out, bytes);
    return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), packages };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Compresses the files of some folders, beside them.
 *
 * @param {string} within @param {readonly string[]} folders
 */
async function packed(within, folders) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const folder of folders)
    for (const name of await readdir(join(within, folder))) {
      const path = `${folder}/${name}.zst`;
      await writeFile(join(within, path), zstdCompressSync(await readFile(join(within, folder, name))));
      files[path] = path;
    }
  return files;
}

/** The executable holds the path of its main file, so that is relative. @param {Readonly<Record<string, string>>} assets */
const configFor = (assets) => ({
  main: 'main.cjs',
  executable: 'node',
  output: 'piaffe',
  disableExperimentalSEAWarning: true,
  useCodeCache: false,
  execArgv: ['--disable-warning=ExperimentalWarning'],
  execArgvExtension: 'env',
  assets: Object.fromEntries(Object.entries(assets).sort(([one], [other]) => (one < other ? -1 : 1))),
});

/**
 * The whole file or nothing: the one that was there may be running.
 *
 * @param {string} path @param {Buffer} bytes
 */
async function write(path, bytes) {
  const file = resolve(path);
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}`);
  await writeFile(temporary, bytes);
  await chmod(temporary, 0o755);
  await rename(temporary, file);
  return file;
}
