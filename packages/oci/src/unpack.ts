import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { unpackTar } from 'modern-tar/fs';
import { mediaTypes } from './descriptor.ts';
import { type Image, neededBy } from './image.ts';

const decompressors: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  [mediaTypes.zstd]: createZstdDecompress,
  [mediaTypes.gzip]: createGunzip,
};

/**
 * Writes the root file system of an image into a folder; all of it belongs to whoever does. What a layer takes away again
 * is not known here: images of Piaffe take nothing away.
 */
export async function unpackImage({ manifest, blobs }: Image, folder: string): Promise<void> {
  const [, ...layers] = neededBy(blobs.get(manifest.digest)!);
  const modes = new Map<string, number>();
  for (const { digest, mediaType } of layers) {
    const decompress = decompressors[mediaType];
    if (decompress === undefined)
      throw new Error(`A layer of the image is ${mediaType}, which is not known here.`);
    const unpack = unpackTar(folder, {
      filter({ name, type, mode }) {
        if (type === 'directory' && mode !== undefined) modes.set(name, mode);
        return true;
      },
    });
    await pipeline([blobs.get(digest)!], decompress(), unpack);
  }
  // As they are made, the system takes from the modes of folders.
  for (const [name, mode] of modes) await chmod(join(folder, name), mode);
}
