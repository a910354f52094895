import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../disk/system-errors.ts';
import { hasBlobs } from '../folder/has-blobs.ts';
import { layout } from '../folder/layout.ts';
import { processOf } from '../folder/lock.ts';
import { messageOf } from '../message-of.ts';
import { type Finding, inBytes, ok, problem, warning } from './finding.ts';

const littleBytes = 1e9;
const hardlyAnyBytes = 1e8;

export function examineFolder(folder: string): Finding {
  const fresh = 'Start the server on it, or name the folder that the server has.';
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return warning('folder', `There is no folder ${folder} yet.`, fresh);
    const mend = 'Name the folder that the server has, and run this as the user that owns it.';
    return problem('folder', `${folder} cannot be looked into: ${messageOf(error)}.`, mend);
  }
  if (existsSync(layout(folder).database)) return ok('folder', `The data lies in ${folder}.`);
  if (!hasBlobs(folder)) return warning('folder', `There is no data in ${folder} yet.`, fresh);
  const mend = `Put the latest copy of piaffe.db there, from your backup or from ${layout(folder).backups}.`;
  return problem('folder', `There are recordings in ${folder}, but no piaffe.db.`, mend);
}

export function examineAccess(folder: string): Finding {
  const { database, blobs, incoming, backups, running } = layout(folder);
  const places = [folder, database, `${database}-wal`, `${database}-shm`, blobs, incoming, backups, running];
  const denied = places.filter(existsSync).filter((place) => !isWritable(place));
  if (denied.length === 0) return ok('access', 'Everything there can be read and written.');
  const mend =
    'Run the server and this command as the user that owns the folder, or give it the folder back.';
  return problem('access', `There is no right to write to ${denied.join(', ')}.`, mend);
}

export function examineServer(folder: string, running: boolean): Finding {
  if (running) return ok('server', `A server is running on it${processOf(folder)}.`);
  if (!existsSync(layout(folder).running))
    return ok('server', 'No server is running on it; the last one ended well.');
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
  const { incoming } = layout(folder);
  const names = existsSync(incoming) ? readdirSync(incoming) : [];
  if (names.length === 0) return ok('incoming', 'There is no unfinished upload.');
  const bytes = names.reduce((sum, name) => sum + sizeOf(join(incoming, name)), 0);
  const what = `Unfinished uploads: ${names.length}, ${inBytes(bytes)}.`;
  if (running) return ok('incoming', what);
  return warning('incoming', what, 'Start the server: it removes them. None of them was acknowledged.');
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
