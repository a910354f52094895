import { join } from 'node:path';

const sha256 = /^[0-9a-f]{64}$/;

export const isSha256 = (text: string) => sha256.test(text);

/** Where a blob lies. Throws a TypeError for what is no SHA-256, so that nothing leads out of the folder. */
export function blobPath(blobs: string, hash: string): string {
  if (!isSha256(hash)) throw new TypeError('a blob is named by its SHA-256: 64 digits, 0-9 and a-f');
  return join(blobs, hash.slice(0, 2), hash);
}
