import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from '@piaffe/kernel';
import { failedToWrite, isPrimary, primary } from '../database/sqlite-errors.ts';
import type { Layout } from '../folder/layout.ts';
import { messageOf } from '../message-of.ts';
import { isFull } from './is-full.ts';
import { hasCode } from './system-errors.ts';

const retryAfterSeconds = 30;
const probeBytes = 128 * 1024;

/**
 * What the disk under a store has told us. A full one recovers alone. One that failed to keep what it was given is
 * written to no more: what the system still has in memory may differ from what is on the disk, so a second try proves
 * nothing.
 */
export interface Disk {
  /** Does what writes. Throws kernel's `Unavailable`: `full`, or `down` after a failure. */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** What callers get for an error of the system or of SQLite. */
  translate(error: unknown): unknown;
  /** The database is not where it was any more: as bad as a failure. */
  lost(): void;
  /** Aborted, with the `Unavailable` as its reason, by the first failure. */
  readonly failed: AbortSignal;
}

export function watchDisk({ incoming }: Layout): Disk {
  const failure = new AbortController();

  const translate = (error: unknown): unknown => {
    if (isFull(error) || (mayBeFull(error) && !hasRoom(incoming))) return full();
    if (failsToKeep(error) && !failure.signal.aborted) failure.abort(broken(error));
    return failure.signal.aborted && refusesToWrite(error) ? failure.signal.reason : error;
  };

  return {
    failed: failure.signal,
    translate,
    lost() {
      if (!failure.signal.aborted) failure.abort(gone());
    },
    async write(work) {
      failure.signal.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        throw translate(error);
      }
    },
  };
}

/** SQLite tells a quota from a broken disk no more than this. */
const mayBeFull = (error: unknown): boolean => failedToWrite(error);

const failsToKeep = (error: unknown): boolean => failedToWrite(error) || hasCode(error, 'EIO');

const refusesToWrite = (error: unknown): boolean => failsToKeep(error) || isPrimary(error, primary.readOnly);

function hasRoom(incoming: string): boolean {
  const probe = join(incoming, 'probe');
  try {
    const file = openSync(probe, 'w', 0o600);
    try {
      writeSync(file, Buffer.alloc(probeBytes));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    return !isFull(error);
  } finally {
    rmSync(probe, { force: true });
  }
}

function full(): Unavailable {
  const detail =
    'The disk of the server is full. What was kept before is safe; nothing new is taken until there is room again.';
  return new Unavailable('storage', 'full', detail, { retryAfter: retryAfterSeconds });
}

function broken(cause: unknown): Unavailable {
  const detail =
    `The disk of the server failed to keep what it was given (${messageOf(cause)}). Nothing more is written. ` +
    'Check the disk, then start the server again.';
  return new Unavailable('storage', 'down', detail);
}

function gone(): Unavailable {
  const detail =
    'The database of the server, piaffe.db, was moved, removed, replaced or emptied while it ran. Nothing more is ' +
    'written. Stop the server. Put it back, or the latest copy from your backup, then start the server again.';
  return new Unavailable('storage', 'down', detail);
}
