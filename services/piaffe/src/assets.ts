import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { getAssetKeys, getRawAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. The executable has what it needs of it inside, under the same names. */
const checkout = new URL('../../../', import.meta.url);

/** Where something of that path is looked for that is no asset: in the checkout, or beside whoever runs the executable. */
export const placeOf = (path: string): string =>
  isSea() ? resolve(path) : fileURLToPath(new URL(path, checkout));

/** Rejects with `ENOENT` where there is none. */
export async function readAsset(path: string): Promise<Uint8Array> {
  if (!isSea()) return readFile(new URL(path, checkout));
  if (getAssetKeys().includes(path)) return new Uint8Array(getRawAsset(path));
  throw Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' });
}

/** The names of the files in a folder, not of those in folders below it. */
export async function assetsIn(folder: string): Promise<readonly string[]> {
  if (!isSea()) return readdir(new URL(`${folder}/`, checkout));
  return getAssetKeys()
    .filter((path) => dirname(path) === folder)
    .map((path) => basename(path));
}

/**
 * A folder as it can be read from the disk: itself, or, in the executable, a copy in what `scratch` makes. Null where it is
 * not built, or the copy has no room.
 */
export async function assetFolder(folder: string, scratch: () => Promise<string>): Promise<string | null> {
  if (!isSea()) {
    const path = placeOf(folder);
    return (await readdir(path).catch(() => [])).length > 0 ? path : null;
  }
  try {
    const copy = await scratch();
    for (const path of getAssetKeys().filter((each) => each.startsWith(`${folder}/`))) {
      const file = join(copy, path.slice(folder.length));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, new Uint8Array(getRawAsset(path)));
    }
    return copy;
  } catch {
    return null;
  }
}
