import type { Kysely } from 'kysely';

/** One step of a module's tables, forward only. Its name never changes once released: `0001-accounts`. */
export interface Migration {
  readonly name: string;
  up(database: Kysely<unknown>): Promise<void>;
}

/** The tables of all modules in one SQLite file. Each module sees its own. */
export interface Database {
  as<Tables>(): Kysely<Tables>;
}

export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Immutable files under their SHA-256. */
export interface Blobs {
  /**
   * Keeps what it reads: temporary file, fsync, rename, fsync of the folder. Only then does it resolve. Rejects with
   * `ChecksumMismatch`, `TooLarge` or kernel's `Unavailable` (`full`), and then keeps nothing.
   */
  put(
    chunks: AsyncIterable<Uint8Array>,
    options?: { readonly sha256?: string; readonly maxBytes?: number; readonly signal?: AbortSignal },
  ): Promise<Blob>;
  /** The bytes in order, from `from` up to but not including `to`. */
  open(sha256: string, range?: { readonly from: number; readonly to: number }): AsyncIterable<Uint8Array>;
  /** In bytes; null when there is no such blob. */
  size(sha256: string): Promise<number | null>;
  remove(sha256: string): Promise<void>;
  list(): AsyncIterable<Blob & { readonly keptAt: Date }>;
}

/** An open data folder. */
export interface Store extends AsyncDisposable {
  readonly folder: string;
  readonly database: Database;
  readonly blobs: Blobs;
}
