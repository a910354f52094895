import { createHash } from 'node:crypto';
import { BlobNotFound, type ReadableBlobs } from '@piaffe/storage';

/** A blob as it was stored; null when it is missing, or is not that any more. */
export async function readWhole(blobs: ReadableBlobs, sha256: string): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  const isWhole = await passesWhole(blobs, sha256, (chunk) => chunks.push(chunk));
  return isWhole ? Buffer.concat(chunks) : null;
}

/** Whether a blob still is what was stored; reads all of it, but never holds it. */
export async function isWhole(blobs: ReadableBlobs, sha256: string): Promise<boolean> {
  return passesWhole(blobs, sha256, () => {});
}

async function passesWhole(
  blobs: ReadableBlobs,
  sha256: string,
  take: (chunk: Uint8Array) => void,
): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of blobs.open(sha256)) {
      hash.update(chunk);
      take(chunk);
    }
  } catch (error) {
    if (error instanceof BlobNotFound) return false;
    throw error;
  }
  return hash.digest('hex') === sha256;
}
