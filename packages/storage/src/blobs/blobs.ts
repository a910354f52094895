import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, hasCode } from '../disk.ts';
import { layout } from '../folder/layout.ts';
import { syncFolder } from '../folder/sync-folder.ts';
import { newId } from '../id.ts';
import type { Blob, Blobs } from '../store.ts';
import { ChecksumMismatch } from './blob-errors.ts';
import { blobPath, isSha256 } from './blob-path.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readBlobs } from './read-blobs.ts';
import { receive } from './receive.ts';

/** The blobs of a data folder that this process may write to. `closing` ends every put under way. */
export function createBlobs(folder: string, disk: Disk, closing: AbortSignal): Blobs {
  const { blobs, incoming } = layout(folder);
  const inTurn = oneAtATime();

  /** Content that is there already is replaced by itself: that mends a damaged file and renews the time of keeping. */
  async function keep(temporary: string, { sha256 }: Blob): Promise<void> {
    const path = blobPath(blobs, sha256);
    const shard = join(path, '..');
    if ((await mkdir(shard, { recursive: true })) !== undefined) await syncFolder(blobs);
    await inTurn(sha256, () => rename(temporary, path));
    await syncFolder(shard);
  }

  return {
    ...readBlobs(folder),

    async put(chunks, { sha256, maxBytes = Number.POSITIVE_INFINITY, signal } = {}) {
      disk.check();
      const ends = signal === undefined ? closing : AbortSignal.any([closing, signal]);
      const temporary = join(incoming, newId());
      try {
        const blob = await withNewFile(temporary, (file) => receive(chunks, file, maxBytes, ends));
        if (sha256 !== undefined && sha256 !== blob.sha256) throw new ChecksumMismatch(sha256, blob.sha256);
        disk.check();
        await keep(temporary, blob);
        return blob;
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {});
        throw disk.translate(error);
      }
    },

    async remove(sha256, { keptBefore } = {}) {
      disk.check();
      const path = blobPath(blobs, sha256);
      await inTurn(sha256, async () => {
        if (keptBefore !== undefined && (await stat(path)).mtime >= keptBefore) return;
        await rm(path);
      }).catch((error) => {
        if (!hasCode(error, 'ENOENT')) throw disk.translate(error);
      });
    },

    async *list() {
      for (const shard of await readdir(blobs)) {
        for (const name of await readdir(join(blobs, shard))) {
          if (!isSha256(name)) continue;
          const found = await stat(join(blobs, shard, name)).catch(() => null);
          if (found !== null) yield { sha256: name, bytes: found.size, keptAt: found.mtime };
        }
      }
    },
  };
}

async function withNewFile<T>(
  path: string,
  use: (file: import('node:fs/promises').FileHandle) => Promise<T>,
) {
  const file = await open(path, 'wx', 0o600);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
