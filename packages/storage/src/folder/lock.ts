import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isBusy, isPrimary, primary } from '../database/sqlite-errors.ts';
import { StorageProblem } from '../storage-problem.ts';
import { layout } from './layout.ts';
import { makeFile } from './make-file.ts';
import { partsOf } from './parts.ts';

/** So that a look at the lock, or a predecessor that is just ending, does not turn a server away. */
const handOverMilliseconds = 250;

/** What a process has of a folder, until it is disposed of. */
export interface Lock extends Disposable {
  /** Whether no other process is at work there. */
  readonly alone: boolean;
  /** Everything is as it should be: whoever waits to open the folder may go on. */
  opened(): void;
}

/**
 * Takes a folder for this process: an exclusive transaction on an empty database. The operating system holds that lock
 * and drops it with the process, however it ends. Throws `in-use`.
 */
export function lockFolder(folder: string): Lock {
  const taken = take(layout(folder).lock, 'BEGIN EXCLUSIVE', handOverMilliseconds);
  if (taken === null) throw inUse(folder);
  return { alone: true, opened() {}, [Symbol.dispose]: () => taken.close() };
}

/** A lock on that file, by a transaction that stays open; null when another process has it. */
export function take(path: string, begin: string, waitMilliseconds: number): DatabaseSync | null {
  makeFile(path);
  const database = new DatabaseSync(path, { timeout: waitMilliseconds });
  try {
    database.exec(`PRAGMA journal_mode = MEMORY; ${begin}`);
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw isPrimary(error, primary.notADatabase, primary.corrupt) ? noLock(path, error) : error;
  }
}

/** Whether a process has the folder, or a part of it. It takes nothing, and makes nothing. */
export function isLocked(folder: string): boolean {
  return [layout(folder), ...partsOf(folder)].some(({ lock }) => isTaken(lock));
}

export function isTaken(lock: string): boolean {
  if (!existsSync(lock)) return false;
  const database = new DatabaseSync(lock, { readOnly: true, timeout: 0 });
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

/** In words: which processes have said that they run there; nothing where none has. */
export function processesOf(folder: string): string {
  const ids = [layout(folder), ...partsOf(folder)]
    .filter(({ lock }) => isTaken(lock))
    .map(({ running }) => processIn(running))
    .filter((id) => id !== null);
  return ids.length === 0 ? '' : `, process ${ids.join(', ')}`;
}

function processIn(running: string): number | null {
  try {
    const id = Number.parseInt(readFileSync(running, 'utf8'), 10);
    return Number.isNaN(id) ? null : id;
  } catch {
    return null;
  }
}

export function inUse(folder: string): StorageProblem {
  const message =
    `The folder ${folder} is in use by another Piaffe${processesOf(folder)}. ` +
    'Stop that one, or name another folder.';
  return new StorageProblem('in-use', message);
}

function noLock(path: string, cause: unknown): StorageProblem {
  const message = `${path} is not what Piaffe made there. Remove it: there is nothing in it but the lock.`;
  return new StorageProblem('damaged', message, { cause });
}
