import { rolldown } from 'rolldown';
import { root } from './run-command.mjs';

/**
 * Bundles a program into one file that a Node runs with nothing beside it. The same sources give the same bytes.
 *
 * @param {string} entry path within the checkout
 * @returns {Promise<string>} the code
 */
export async function bundle(entry) {
  const [file, ...others] = await generate(entry, {
    format: 'esm',
    codeSplitting: false,
    comments: { legal: true },
  });
  if (file === undefined || others.length > 0)
    throw new Error(`${entry} needs ${others.length} files beside it.`);
  return file.code;
}

/**
 * Bundles a program into CommonJS parts, without what only people read: what is imported on demand is a part of its own.
 *
 * @param {string} entry path within the checkout
 * @returns {Promise<{ name: string, code: string, modules: string[] }[]>} `main.js` and what it requires, by `./<name>`
 */
export async function bundleParts(entry) {
  const files = await generate(entry, {
    format: 'cjs',
    entryFileNames: 'main.js',
    chunkFileNames: '[name]-[hash].js',
    comments: false,
    minify: true,
  });
  return files.map(({ fileName, code, moduleIds }) => ({
    name: fileName,
    code: inAscii(code),
    modules: moduleIds,
  }));
}

/** Code of one byte a character is read, compiled and kept for half the price. @param {string} code */
const inAscii = (code) =>
  code.replaceAll(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @param {string} entry @param {import('rolldown').OutputOptions} options */
async function generate(entry, options) {
  const build = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    treeshake: true,
  });
  try {
    const { output } = await build.generate(options);
    return output.map((file) => {
      if (file.type !== 'chunk') throw new Error(`${entry} needs ${file.fileName} beside it.`);
      return file;
    });
  } finally {
    await build.close();
  }
}
