import { join } from 'node:path';

export type Layout = ReturnType<typeof layout>;

/** Where things lie in a data folder; of one part of a server in several processes, what it has for itself. */
export function layout(folder: string, part: string | null = null) {
  const parts = join(folder, 'parts');
  const own = part === null ? folder : join(parts, part);
  return {
    folder,
    parts,
    own,
    database: join(folder, 'piaffe.db'),
    storeId: join(folder, 'store-id'),
    blobs: join(folder, 'blobs'),
    backups: join(folder, 'backups'),
    lock: join(own, 'lock.db'),
    running: join(own, 'running'),
    incoming: join(own, 'incoming'),
  };
}
