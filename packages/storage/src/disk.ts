import { Unavailable } from '@piaffe/kernel';
import { isPrimary, primary } from './database/sqlite-errors.ts';

const retryAfter = 30;

/** What the disk under a store has told us. A full one recovers alone; one that failed to write takes nothing more. */
export interface Disk {
  /** Throws when nothing may be written any more. */
  check(): void;
  /** What an error of a write is to callers. */
  translate(error: unknown): unknown;
  readonly failed: boolean;
}

export function watchDisk(onFailure: () => void): Disk {
  let failed = false;
  return {
    get failed() {
      return failed;
    },
    check() {
      if (failed) throw broken();
    },
    translate(error) {
      if (isFull(error)) return full();
      if (!isFailure(error)) return error;
      if (!failed) {
        failed = true;
        onFailure();
      }
      return broken(error);
    },
  };
}

function full(): Unavailable {
  const detail =
    'The disk of the server is full. What was kept is safe; nothing new is taken until there is room again.';
  return new Unavailable('storage', 'full', detail, { retryAfter });
}

function broken(cause?: unknown): Unavailable {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return new Unavailable(
    'storage',
    'down',
    `The disk of the server did not keep what it was given${why}. Nothing is written any more; check the disk, then start the server again.`,
  );
}

function isFull(error: unknown): boolean {
  return isPrimary(error, primary.full) || hasCode(error, 'ENOSPC', 'EDQUOT');
}

function isFailure(error: unknown): boolean {
  return isPrimary(error, primary.ioError) || hasCode(error, 'EIO');
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
