import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { bundleParts } from '../bundle.mjs';
import { assetFiles } from '../executable/assets.mjs';
import { licencesText, packagesIn } from '../executable/packages.mjs';
import { stripElf } from '../executable/strip-elf.mjs';
import { foldersOf, text } from './root-files.mjs';

const app = 'app';
const launcher = 'services/piaffe/bin/piaffe.mjs';

/**
 * The program as files for an ordinary Node, at the paths that they have in the checkout: what hardly ever changes, what
 * changes with the pages, and the code.
 *
 * @param {import('../executable/node-binary.mjs').NodeBinary} node
 */
export async function thinEntries(node) {
  const parts = await bundleParts('services/piaffe/src/executable.ts');
  const packages = await packagesIn(parts.flatMap(({ modules }) => modules));
  const licences = brotliCompressSync(licencesText(packages, node.licence));
  const assets = await Promise.all(
    Object.entries(await assetFiles()).map(async ([path, file]) => ({
      path: `${app}/${path}`,
      bytes: await readFile(file),
      mode: 0o644,
    })),
  );
  const code = [
    ...parts.map((part) => text(`${app}/services/piaffe/src/${part.name}`, part.code)),
    text(`${app}/${launcher}`, "import '../src/main.js';\n"),
    { path: `${app}/LICENCES.txt.br`, bytes: licences, mode: 0o644 },
  ];
  /** @param {readonly import('@piaffe/oci').LayerEntry[]} files */
  const withFolders = (files) => [...foldersOf(files.map(({ path }) => path)), ...files];
  const base = { path: 'usr/bin/node', bytes: stripElf(node.bytes), mode: 0o755 };
  return { base: withFolders([base]), assets: withFolders(assets), code: withFolders(code), packages };
}
