import { Unavailable } from '@piaffe/kernel';
import { isPrimary, primary } from './database/sqlite-errors.ts';
import { isFull } from './disk/is-full.ts';
import { hasCode } from './disk/system-errors.ts';
import { messageOf } from './message-of.ts';

/**
 * Why a data folder cannot be opened: `unwritable` the system does not let us, `in-use` another server has it, `newer` a
 * newer program has migrated it, `outdated` a server has to migrate it first, `damaged` the database is not whole,
 * `not-a-folder` there is a file of that name, `full` no room, `sqlite-too-old` this SQLite can damage what it writes.
 */
export type StorageProblemCode =
  | 'unwritable'
  | 'in-use'
  | 'newer'
  | 'outdated'
  | 'damaged'
  | 'not-a-folder'
  | 'full'
  | 'sqlite-too-old';

/** The message is sentences for whoever runs the server, and says what to do. */
export class StorageProblem extends Error {
  override readonly name = 'StorageProblem';
  readonly code: StorageProblemCode;

  constructor(code: StorageProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What whoever opens a folder gets for an error of the system or of SQLite. */
export function problemOpening(folder: string, error: unknown): unknown {
  const unavailable = error instanceof Unavailable ? error.cause : null;
  if (isFull(error) || unavailable === 'full') {
    const message = `The disk of the folder ${folder} is full. Make room and start again. Nothing that was kept is lost.`;
    return new StorageProblem('full', message, { cause: error });
  }
  if (hasCode(error, 'ENOTDIR', 'EEXIST')) {
    const message = `${folder} is not a folder. Name a folder, or move that file away.`;
    return new StorageProblem('not-a-folder', message, { cause: error });
  }
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS') || isPrimary(error, primary.readOnly, primary.cannotOpen)) {
    const message =
      `Piaffe may not write to the folder ${folder} (${messageOf(error)}). ` +
      'Give the user it runs as the right to read and write there, or name another folder.';
    return new StorageProblem('unwritable', message, { cause: error });
  }
  if (
    isPrimary(error, primary.corrupt, primary.notADatabase, primary.ioError) ||
    hasCode(error, 'EIO') ||
    unavailable === 'down'
  ) {
    return damaged(folder, messageOf(error), error);
  }
  return error;
}

export function outdated(folder: string): StorageProblem {
  const message = `There is no up-to-date Piaffe data in ${folder}. Start the server on it once, then try again.`;
  return new StorageProblem('outdated', message);
}

/** The tables are changed by whoever is alone with them. */
export function othersAtWork(folder: string): StorageProblem {
  const message =
    `The tables in ${folder} have to be brought up to date, and other parts of Piaffe are at work there. ` +
    'Stop all of them, then start again. Nothing was changed.';
  return new StorageProblem('in-use', message);
}

export function damaged(folder: string, what: string, cause?: unknown): StorageProblem {
  const message =
    `The database in ${folder} is damaged: ${what}. Nothing was changed. Check the disk, move piaffe.db away with ` +
    'piaffe.db-wal and piaffe.db-shm if they are there, and put the latest whole copy in its place, from your backup or ' +
    `from ${folder}/backups. The recordings lie in ${folder}/blobs and are kept apart from it.`;
  return new StorageProblem('damaged', message, { cause });
}
