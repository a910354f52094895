import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { hasCode } from '../disk/system-errors.ts';
import type { Layout } from '../folder/layout.ts';
import { syncFolder } from '../folder/sync-folder.ts';
import { newId } from '../id.ts';
import type { Blob, Blobs } from '../store.ts';
import { ChecksumMismatch } from './blob-errors.ts';
import { blobPath } from './blob-path.ts';
import { listBlobs } from './list-blobs.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readBlobs } from './read-blobs.ts';
import { receive } from './receive.ts';

/** The blobs of a data folder, to write to as well. Disposing of them ends every put under way. */
export function createBlobs(places: Layout, disk: Disk): { readonly blobs: Blobs } & AsyncDisposable {
  const inTurn = oneAtATime();
  const shards = new Map<string, Promise<void>>();
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();

  const put: Blobs['put'] = async (chunks, { sha256, maxBytes = Number.POSITIVE_INFINITY, signal } = {}) => {
    const ends = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
    const temporary = join(places.incoming, newId());
    try {
      const blob = await receive(chunks, temporary, { maxBytes, signal: ends, disk });
      if (sha256 !== undefined && sha256 !== blob.sha256) throw new ChecksumMismatch(sha256, blob.sha256);
      await keep(temporary, blob);
      return blob;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
  };

  /** Content that is there already is replaced by itself: that mends a damaged file and makes `keptAt` now. */
  const keep = async (temporary: string, { sha256 }: Blob): Promise<void> => {
    const path = blobPath(places.blobs, sha256);
    const shard = dirname(path);
    await disk.write(async () => {
      await shardThere(shard);
      await inTurn(sha256, () => rename(temporary, path));
      await syncFolder(shard);
    });
  };

  /** Once per shard and process: it may be there already and yet not last, when a process was killed in between. */
  const shardThere = (shard: string): Promise<void> => {
    const known =
      shards.get(shard) ??
      mkdir(shard, { recursive: true, mode: 0o700 }).then(() => syncFolder(places.blobs));
    shards.set(shard, known);
    known.catch(() => shards.delete(shard));
    return known;
  };

  const remove: Blobs['remove'] = (sha256, { keptBefore } = {}) => {
    const path = blobPath(places.blobs, sha256);
    return inTurn(sha256, () =>
      disk.write(async () => {
        try {
          if (keptBefore === undefined || (await stat(path)).mtime < keptBefore) await rm(path);
        } catch (error) {
          if (!hasCode(error, 'ENOENT')) throw error;
        }
      }),
    );
  };

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const done = () => underWay.delete(work);
    work.then(done, done);
    return work;
  };

  return {
    blobs: {
      ...readBlobs(places.folder),
      put: (chunks, options) => tracked(put(chunks, options)),
      remove: async (sha256, options) => tracked(remove(sha256, options)),
      list: () => listBlobs(places.blobs),
    },
    async [Symbol.asyncDispose]() {
      closing.abort(new Error('the data folder is being closed'));
      await Promise.allSettled(underWay);
    },
  };
}
