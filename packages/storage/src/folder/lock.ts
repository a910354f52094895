import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from '../database/sqlite-errors.ts';
import { StorageProblem } from '../storage-problem.ts';
import { layout } from './layout.ts';

/**
 * Takes a folder for this process: an exclusive transaction on an empty database. The operating system holds that lock
 * and drops it with the process, however it ends. Throws `in-use`.
 */
export function lockFolder(folder: string): Disposable {
  const database = new DatabaseSync(layout(folder).lock, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw isBusy(error) ? inUse(folder) : error;
  }
  return { [Symbol.dispose]: () => database.close() };
}

function inUse(folder: string): StorageProblem {
  const message =
    `The folder ${folder} is in use by another Piaffe${processOf(folder)}. ` +
    'Stop that one, or name another folder.';
  return new StorageProblem('in-use', message);
}

/** In words, where the other one has said so already. */
function processOf(folder: string): string {
  try {
    const id = Number.parseInt(readFileSync(layout(folder).running, 'utf8'), 10);
    return Number.isNaN(id) ? '' : `, process ${id}`;
  } catch {
    return '';
  }
}
