import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './bytes.fixture.ts';

/** The path of every file below a folder, with the SHA-256 of its bytes; what SQLite shares between processes apart. */
export async function stateOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile() && !each.name.endsWith('.db-shm'))) {
    const path = join(entry.parentPath, entry.name);
    found[path] = sha256Of(await readFile(path));
  }
  return found;
}
