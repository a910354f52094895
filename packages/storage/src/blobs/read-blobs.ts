import { type FileHandle, open, stat } from 'node:fs/promises';
import { hasCode } from '../disk/system-errors.ts';
import { layout } from '../folder/layout.ts';
import type { ReadableBlobs } from '../store.ts';
import { BlobNotFound } from './blob-errors.ts';
import { blobPath } from './blob-path.ts';

const chunkBytes = 256 * 1024;

/** The blobs of a data folder, to read only; opens no database and takes no lock. */
export function readBlobs(folder: string): ReadableBlobs {
  const { blobs } = layout(folder);
  return {
    open: (sha256, range) => read(blobPath(blobs, sha256), sha256, range),
    async size(sha256) {
      try {
        return (await stat(blobPath(blobs, sha256))).size;
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
  };
}

async function* read(
  path: string,
  sha256: string,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: Number.POSITIVE_INFINITY },
): AsyncGenerator<Uint8Array> {
  if (!(from >= 0 && from <= to)) throw new RangeError(`there are no bytes from ${from} up to ${to}`);
  const file = await opened(path, sha256);
  try {
    for (let at = from; at < to; ) {
      const wanted = Math.min(chunkBytes, to - at);
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function opened(path: string, sha256: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw hasCode(error, 'ENOENT') ? new BlobNotFound(sha256) : error;
  }
}
