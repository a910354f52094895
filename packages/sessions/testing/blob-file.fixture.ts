import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '@piaffe/storage';

/** Where the bytes of a blob lie: for what only a disk does to them. */
export async function blobFile({ folder }: Store, sha256: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.find(({ name }) => name.includes(sha256));
  if (found === undefined) throw new Error(`there is no file of the blob ${sha256}`);
  return join(found.parentPath, found.name);
}
