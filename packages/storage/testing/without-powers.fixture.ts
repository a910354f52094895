import { chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const nobody = 65534;

/** Root may do anything, so it becomes somebody else for a while, to whom the folder belongs. */
export async function asOwnerWithoutPowers<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return await work();
  for (const name of ['', ...(await readdir(folder, { recursive: true }))]) {
    await chown(join(folder, name), nobody, nobody);
  }
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}
