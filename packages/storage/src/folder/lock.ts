import { DatabaseSync } from 'node:sqlite';
import { isBusy } from '../database/sqlite-errors.ts';
import { StorageProblem } from '../storage-problem.ts';

/**
 * Takes a folder for this process: an exclusive transaction on an empty database, so the operating system holds the lock
 * and drops it with the process, however that ends. Throws `in-use`.
 */
export function lockFolder(folder: string, path: string): Disposable {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new StorageProblem(
      'in-use',
      `The folder ${folder} is in use by another Piaffe. Stop that one, or name another folder.`,
    );
  }
  return { [Symbol.dispose]: () => database.close() };
}
