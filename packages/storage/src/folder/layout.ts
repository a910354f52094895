import { join } from 'node:path';

/** Where things lie in a data folder. */
export const layout = (folder: string) => ({
  database: join(folder, 'piaffe.db'),
  lock: join(folder, 'lock.db'),
  running: join(folder, 'running'),
  blobs: join(folder, 'blobs'),
  incoming: join(folder, 'incoming'),
  backups: join(folder, 'backups'),
});
