import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../disk/system-errors.ts';
import type { Blob } from '../store.ts';
import { isSha256 } from './blob-path.ts';

const shardName = /^[0-9a-f]{2}$/;

/** Every blob below a folder of shards, in the order of their names; what is no blob is passed over. */
export async function* listBlobs(blobs: string): AsyncGenerator<Blob & { readonly keptAt: Date }> {
  const shards = (await readdir(blobs)).filter((name) => shardName.test(name));
  for (const shard of shards.sort()) {
    const names = (await readdir(join(blobs, shard))).filter(isSha256);
    for (const sha256 of names.sort()) {
      const found = await whileThere(stat(join(blobs, shard, sha256)));
      if (found !== null) yield { sha256, bytes: found.size, keptAt: found.mtime };
    }
  }
}

/** Null for what was removed meanwhile. */
async function whileThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
