import type { Progress } from '@piaffe/kernel';
import type { Kysely } from 'kysely';
import type { EventHub } from './events/hub.ts';
import type { Needs } from './needs.ts';
import type { SessionTables } from './tables.ts';

/** What the operations share: what the module was given, and its own running parts. */
export interface Shared extends Omit<Needs, 'database' | 'metrics'> {
  readonly database: Kysely<SessionTables>;
  readonly events: EventHub;
  /** One at a time: whoever refers to a blob by a new row, and whoever removes blobs that no row refers to. */
  readonly referring: <T>(body: () => Promise<T>) => Promise<T>;
  /** There may be something to analyse. */
  readonly wake: () => void;
  /** There may be results that plugins have added nothing to. */
  readonly wakePlugins: () => void;
  /** How far the analysis of a key is, where it runs here. */
  readonly progressOf: (key: string) => Progress | null;
}
