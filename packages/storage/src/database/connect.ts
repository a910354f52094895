import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Disk } from '../disk/disk.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { isBusy } from './sqlite-errors.ts';
import { watchFile } from './watch-file.ts';

/** SQLite waits this long on the event loop; longer waits are spent off it, by the dialect. */
const busyTimeoutMilliseconds = 50;

/**
 * Opens the database for writing, and closes it after the last transaction. A commit is on the disk before it is
 * acknowledged. What a query needs to put aside stays in memory, so that reads go on when the disk is full.
 */
export function connect(path: string, disk: Disk): { readonly kysely: Kysely<unknown> } & AsyncDisposable {
  const connection = new DatabaseSync(path, { timeout: busyTimeoutMilliseconds });
  try {
    connection.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY;
    `);
    requireWritable(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  const refuseWrites = () => connection.isOpen && connection.exec('PRAGMA query_only = ON');
  disk.failed.addEventListener('abort', refuseWrites, { once: true });
  const kysely = new Kysely<unknown>({ dialect: nodeSqliteDialect(connection, disk, watchFile(path, disk)) });
  return {
    kysely,
    async [Symbol.asyncDispose]() {
      // The one connection is free again once the transactions before are through.
      await kysely.connection().execute((last) => sql`select 1`.execute(last));
      await kysely.destroy();
    },
  };
}

/** SQLite opens what it may not write for reading, and only says so at the first write. */
function requireWritable(connection: DatabaseSync): void {
  try {
    connection.exec('BEGIN IMMEDIATE; CREATE TABLE storage_probe (probe); ROLLBACK');
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}
