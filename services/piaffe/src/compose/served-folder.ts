import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '@piaffe/gateway/contract';
import type { Store } from '@piaffe/storage';

/** What the gateway has to do with the folder that everything is kept in. */
export function servedFolder({
  folder,
  blobs,
  scratch,
}: Pick<Store, 'folder' | 'blobs' | 'scratch'>): DataFolder {
  return {
    async size() {
      const { bsize, bavail, blocks } = await statfs(folder);
      let recordings = 0;
      for await (const { bytes } of blobs.list()) recordings += bytes;
      return {
        free: bavail * bsize,
        total: blocks * bsize,
        database: await databaseBytes(folder),
        recordings,
      };
    },
    scratch,
  };
}

/** With its write-ahead log. */
async function databaseBytes(folder: string): Promise<number> {
  const sizes = ['piaffe.db', 'piaffe.db-wal', 'piaffe.db-shm'].map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
