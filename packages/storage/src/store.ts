import type { Kysely } from 'kysely';

/** One step of a module's tables, forward only. Its name never changes once released: `0001-accounts`. */
export interface Migration {
  readonly name: string;
  up(database: Kysely<unknown>): Promise<void>;
}

/** The steps of each module, by its name, in the order in which they are made. */
export type Migrations = Readonly<Record<string, readonly Migration[]>>;

/**
 * The tables of all modules in one SQLite file, over one connection. Each module sees its own. Inside a transaction use
 * that transaction alone: anything else waits for it to end. Any query may reject with kernel's `Unavailable`.
 */
export interface Database {
  as<Tables>(): Kysely<Tables>;
}

export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Immutable files under their SHA-256, to read. A name that is no SHA-256 is a TypeError. */
export interface ReadableBlobs {
  /** The bytes in order, from `from` up to but not including `to`, or to the end. Rejects with `BlobNotFound`. */
  open(sha256: string, range?: { readonly from: number; readonly to: number }): AsyncIterable<Uint8Array>;
  /** In bytes; null when there is no such blob. */
  size(sha256: string): Promise<number | null>;
}

/** Immutable files under their SHA-256. */
export interface Blobs extends ReadableBlobs {
  /**
   * Keeps what it reads: temporary file, fsync, rename, fsync of the folder. Only then does it resolve. Rejects with
   * `ChecksumMismatch`, `TooLarge`, the reason of `signal`, whatever the source threw, or kernel's `Unavailable`, and then
   * keeps nothing. Content that is there already is kept anew: `keptAt` is now.
   */
  put(
    chunks: AsyncIterable<Uint8Array>,
    options?: { readonly sha256?: string; readonly maxBytes?: number; readonly signal?: AbortSignal },
  ): Promise<Blob>;
  /**
   * Removes a blob if it is there. With `keptBefore` only if it was kept before then: what was put again since stays, so
   * nobody who has just been given the reference loses it.
   */
  remove(sha256: string, options?: { readonly keptBefore?: Date }): Promise<void>;
  /** In the order of their names; blobs that come or go meanwhile may be among them or not. */
  list(): AsyncIterable<Blob & { readonly keptAt: Date }>;
}

/** An open data folder. */
export interface Store extends AsyncDisposable {
  readonly folder: string;
  readonly database: Database;
  readonly blobs: Blobs;
  /** Makes an empty folder for what is on its way. What is left there when the server starts again is thrown away. */
  scratch(): Promise<string>;
  /**
   * Aborted when the disk has failed to keep what it was given, with the `Unavailable` (`down`) that everything that
   * writes rejects with from then on. Reads go on. The server has to be started again.
   */
  readonly failed: AbortSignal;
}
