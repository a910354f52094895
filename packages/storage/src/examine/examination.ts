import type { Progress } from '@piaffe/kernel';
import type { Database, Migrations } from '../store.ts';

/** A blob that a module refers to, and what it is in words for people: "the recording of a ride of Invasor". */
export interface Reference {
  readonly sha256: string;
  readonly what: string;
}

export interface Examination {
  /** Of all modules. */
  readonly migrations: Migrations;
  /** Every blob that the modules refer to; without it nobody can tell which blobs are missing or unused. */
  readonly referenced?: (database: Database) => AsyncIterable<Reference>;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}
