import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a database to look at it without changing a byte; null where there is none. Closing the last connection that may
 * write would bring an unfinished log into the database, and one that may not would leave an empty log behind.
 */
export function lookAt(path: string): DatabaseSync | null {
  if (!existsSync(path) || statSync(path).size === 0) return null;
  return new DatabaseSync(path, { readOnly: existsSync(`${path}-wal`), timeout: 1000 });
}
