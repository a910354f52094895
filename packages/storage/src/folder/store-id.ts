import { open, readFile, stat } from 'node:fs/promises';
import { hasCode } from '../disk/system-errors.ts';
import { newId } from '../id.ts';
import { layout } from './layout.ts';

/** Gives the folder its id, unless it has one. Whoever opens a folder is alone with it for so long. */
export async function makeStoreId(path: string): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    if ((await file.stat()).size > 0) return;
    await file.writeFile(newId());
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * What the blobs of a folder go by: the same for all processes that have this very folder, another for every copy of it,
 * which may lack what is added later. Null where no server ever opened it. Needs no database.
 */
export async function readStoreId(folder: string): Promise<string | null> {
  const { storeId } = layout(folder);
  try {
    const id = (await readFile(storeId, 'utf8')).trim();
    // A copied file has another place on its disk.
    const { ino } = await stat(storeId);
    return id === '' ? null : `${id}-${ino}`;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
