import { statSync } from 'node:fs';
import type { Disk } from '../disk/disk.ts';

/**
 * SQLite goes on writing to a file that was moved or removed, and so keeps for nobody. What is returned looks whether the
 * file is still the one it was, which takes microseconds, and tells the disk when it is not.
 */
export function watchFile(path: string, disk: Disk): () => void {
  const { dev, ino } = statSync(path, { bigint: true });
  return () => {
    const now = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (now?.dev !== dev || now.ino !== ino || now.size === 0n) disk.lost();
  };
}
