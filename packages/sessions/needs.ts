import type { aggregationContract } from '@piaffe/aggregation/contract';
import type { Client, Extension } from '@piaffe/kernel';
import type { metricContract } from '@piaffe/metric/contract';
import type { stableContract } from '@piaffe/stable/contract';
import type { Blobs, Database } from '@piaffe/storage';

/** As pino logs: fields first. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Needs {
  readonly database: Database;
  readonly blobs: Blobs;
  readonly aggregation: Client<typeof aggregationContract>;
  readonly stable: Client<typeof stableContract>;
  /** The plugins that add metrics; asked for once, and answered once everything has started. Without it there are none. */
  readonly metrics?: () => Promise<readonly Extension<typeof metricContract>[]>;
  readonly now: () => Date;
  readonly log: Log;
}

export interface Config {
  /** How many analyses run at once. */
  readonly concurrent: number;
}
