import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { backUp } from '../database/backup.ts';
import type { Disk } from '../disk/disk.ts';
import { type Found, marks } from './inspect.ts';
import type { Layout } from './layout.ts';
import { makeFile } from './make-file.ts';
import { makeStoreId } from './store-id.ts';
import { syncFolder } from './sync-folder.ts';

/** Makes a folder that only its owner may look into, with those above it, so that they last. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(folder); made !== dirname(first); made = dirname(made))
    await syncFolder(dirname(made));
}

/**
 * Makes what a data folder consists of, removes what this part of it has that never became a blob, leaves the mark of a
 * server that runs, and copies a database that is about to be migrated. Who is alone there takes the marks of others away.
 */
export async function prepare(
  places: Layout,
  { there, steps }: Found,
  { alone }: { readonly alone: boolean },
): Promise<void> {
  const { folder, parts, own, database, storeId, blobs, incoming, backups, running } = places;
  for (const place of [blobs, incoming, backups]) await mkdir(place, { recursive: true, mode: 0o700 });
  for (const name of await readdir(incoming)) await rm(join(incoming, name), { recursive: true });
  makeFile(database);
  await makeStoreId(storeId);
  const mark = await open(running, 'w', 0o600);
  try {
    await mark.writeFile(`${process.pid}\n`);
    await mark.sync();
  } finally {
    await mark.close();
  }
  if (own !== folder) for (const place of [own, parts]) await syncFolder(place);
  if (alone) for (const mark of marks(folder)) if (mark !== running) await rm(mark, { force: true });
  await syncFolder(folder);
  if (there && steps[0] !== undefined) await backUp(places, steps[0]);
}

/** Takes the mark away, unless the disk has failed: then the next start looks at everything. */
export async function leave({ running }: Layout, disk: Disk): Promise<void> {
  if (!disk.failed.aborted) await rm(running, { force: true });
}
