// What the executable, and each of its threads, begins with: it loads the parts of the program that lie in the executable,
// each as it is first required.
const { getAssetKeys, getRawAsset } = require('node:sea');
const { compileFunction, constants } = require('node:vm');
const { zstdDecompressSync } = require('node:zlib');

const assets = new Set(getAssetKeys());
/** @type {Map<string, { exports: object }>} */
const loaded = new Map();

/** @param {string} id */
function requirePart(id) {
  if (!id.startsWith('./')) return require(id);
  const known = loaded.get(id);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(id, module);
  const code = asset(`code/${id.slice(2)}`)?.toString('latin1');
  if (code === undefined) throw new Error(`There is no ${id} in this executable.`);
  const run = compileFunction(code, ['module', 'exports', 'require', '__filename'], {
    filename: id,
    cachedData: asset(`compiled/${id.slice(2)}`),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  run(module, module.exports, requirePart, process.execPath);
  return module.exports;
}

/** @param {string} path */
function asset(path) {
  const packed = `${path}.zst`;
  return assets.has(packed) ? zstdDecompressSync(new Uint8Array(getRawAsset(packed))) : undefined;
}

requirePart('./main.js');
