import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isBusy, isPrimary, primary } from '../database/sqlite-errors.ts';
import { StorageProblem } from '../storage-problem.ts';
import { layout } from './layout.ts';
import { makeFile } from './make-file.ts';

/** So that a look at the lock, or a predecessor that is just ending, does not turn a server away. */
const handOverMilliseconds = 250;

/**
 * Takes a folder for this process: an exclusive transaction on an empty database. The operating system holds that lock
 * and drops it with the process, however it ends. Throws `in-use`.
 */
export function lockFolder(folder: string): Disposable {
  makeFile(layout(folder).lock);
  const database = new DatabaseSync(layout(folder).lock, { timeout: handOverMilliseconds });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) throw inUse(folder);
    throw isPrimary(error, primary.notADatabase, primary.corrupt) ? noLock(folder, error) : error;
  }
  return { [Symbol.dispose]: () => database.close() };
}

/** Whether a process has the folder. It takes nothing, and makes nothing. */
export function isLocked(folder: string): boolean {
  const path = layout(folder).lock;
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  try {
    database.prepare('SELECT 1 FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}

/** In words: which process has said that it runs there; nothing where none has. */
export function processOf(folder: string): string {
  try {
    const id = Number.parseInt(readFileSync(layout(folder).running, 'utf8'), 10);
    return Number.isNaN(id) ? '' : `, process ${id}`;
  } catch {
    return '';
  }
}

function inUse(folder: string): StorageProblem {
  const message =
    `The folder ${folder} is in use by another Piaffe${processOf(folder)}. ` +
    'Stop that one, or name another folder.';
  return new StorageProblem('in-use', message);
}

function noLock(folder: string, cause: unknown): StorageProblem {
  const message = `${layout(folder).lock} is not what Piaffe made there. Remove it: there is nothing in it but the lock.`;
  return new StorageProblem('damaged', message, { cause });
}
