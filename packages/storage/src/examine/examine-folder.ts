import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hasCode } from '../disk/system-errors.ts';
import { hasBlobs } from '../folder/has-blobs.ts';
import { marks } from '../folder/inspect.ts';
import { layout } from '../folder/layout.ts';
import { isTaken, processesOf } from '../folder/lock.ts';
import { partsOf } from '../folder/parts.ts';
import { messageOf } from '../message-of.ts';
import { type Finding, inBytes, ok, problem, warning } from './finding.ts';

const littleBytes = 1e9;
const hardlyAnyBytes = 1e8;

export function examineFolder(folder: string): Finding {
  const fresh = 'Start the server on it, or name the folder that the server has.';
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    readdirSync(folder);
    if (hasDatabase(folder)) return ok('folder', `The data lies in ${folder}.`);
    if (!hasBlobs(folder)) return warning('folder', `There is no data in ${folder} yet.`, fresh);
  } catch (error) {
    const absent = hasCode(error, 'ENOENT') && !existsSync(folder);
    if (absent && isWritable(nearest(folder)))
      return warning('folder', `There is no folder ${folder} yet.`, fresh);
    const mend = 'Name the folder that the server has, and run this as the user that owns it.';
    const why = absent
      ? `is not there and cannot be made: there is no right to write to ${nearest(folder)}`
      : `cannot be looked into: ${messageOf(error)}`;
    return problem('folder', `${folder} ${why}.`, mend);
  }
  const mend =
    'Stop the server if it runs, so that it keeps nothing more there. Put the latest whole copy of ' +
    `piaffe.db there, from your backup or from ${layout(folder).backups}; the recordings stay as they are.`;
  const what = `There are recordings in ${folder}, but no piaffe.db, or an empty one.`;
  return problem('folder', what, mend);
}

/** What lies where something of another kind belongs. */
export function examinePlaces(folder: string): Finding | null {
  const { files, folders } = placesIn(folder);
  const isFolder = (path: string) => statSync(path).isDirectory();
  const noFolders = folders.filter((path) => existsSync(path) && !isFolder(path));
  const noFiles = files.filter((path) => existsSync(path) && isFolder(path));
  if (noFolders.length + noFiles.length === 0) return null;
  const wrong = [
    ...noFolders.map((path) => `${path} is not a folder`),
    ...noFiles.map((path) => `${path} is a folder`),
  ];
  return problem(
    'folder',
    `${wrong.join(', ')}.`,
    'Move it away, and put back from your backup what was there.',
  );
}

export function examineAccess(folder: string): Finding {
  const { files, folders } = placesIn(folder);
  const { blobs } = layout(folder);
  const denied = [
    ...files.filter((path) => existsSync(path) && !isWritable(path)),
    ...[folder, ...folders, ...foldersIn(blobs)].filter(
      (path) => existsSync(path) && !isWritableFolder(path),
    ),
  ];
  if (denied.length === 0) return ok('access', 'Everything there can be read and written.');
  const mend =
    'Run the server and this command as the user that owns the folder, or give it the folder back.';
  return problem('access', `There is no right to write to ${denied.join(', ')}.`, mend);
}

/** A lock that nobody can take. */
export function examineLock(folder: string): Finding | null {
  for (const { lock } of [layout(folder), ...partsOf(folder)]) {
    try {
      isTaken(lock);
    } catch (error) {
      const what = `${lock} is not what Piaffe made there: ${messageOf(error)}.`;
      return problem('server', what, 'Remove it: there is nothing in it but the lock.');
    }
  }
  return null;
}

export function examineServer(folder: string, running: boolean): Finding {
  if (running) return ok('server', `A server is running on it${processesOf(folder)}.`);
  if (marks(folder).length === 0) return ok('server', 'No server is running on it; the last one ended well.');
  const what = 'No server is running on it; the last one was killed, or the machine lost power.';
  return warning('server', what, 'Start the server: it looks at its database first.');
}

export function examineSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const what = `${inBytes(free)} are free on the disk.`;
  const mend = 'Make room: once the disk is full, no more recordings are taken.';
  if (free < hardlyAnyBytes) return problem('space', what, mend);
  return free < littleBytes ? warning('space', what, mend) : ok('space', what);
}

/** What is left of uploads that broke off; of a running server they may be under way. */
export function examineIncoming(folder: string, running: boolean): Finding {
  const places = [layout(folder), ...partsOf(folder)].map(({ incoming }) => incoming).filter(existsSync);
  const paths = places.flatMap((incoming) => readdirSync(incoming).map((name) => join(incoming, name)));
  if (paths.length === 0) return ok('incoming', 'There is no unfinished upload.');
  const bytes = paths.reduce((sum, path) => sum + sizeOf(path), 0);
  const what = `Unfinished uploads: ${paths.length}, ${inBytes(bytes)}.`;
  if (running) return ok('incoming', what);
  return warning('incoming', what, 'Start the server: it removes them. None of them was acknowledged.');
}

/** What belongs there, whether it is there or not. */
function placesIn(folder: string) {
  const { database, storeId, blobs, backups, parts } = layout(folder);
  const owned = [layout(folder), ...partsOf(folder)];
  return {
    files: [
      ...[database, `${database}-wal`, `${database}-shm`, storeId],
      ...owned.flatMap(({ lock, running }) => [lock, running]),
    ],
    folders: [blobs, backups, parts, ...owned.map(({ incoming }) => incoming)],
  };
}

const hasDatabase = (folder: string): boolean => sizeOf(layout(folder).database) > 0;

/** The lowest folder above one that is not there, or whatever is in the way of one. */
function nearest(path: string): string {
  const above = dirname(resolve(path));
  return existsSync(above) ? above : nearest(above);
}

function foldersIn(path: string): readonly string[] {
  if (!existsSync(path) || !isWritableFolder(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
}

const isWritableFolder = (path: string): boolean => isWritable(path, constants.X_OK);

function isWritable(path: string, more = 0): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | more);
    return true;
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
