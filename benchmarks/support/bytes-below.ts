import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What all files below a folder take on the disk, in bytes: whole blocks, as the system counts them. */
export function bytesBelow(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).blocks * 512, 0);
}
