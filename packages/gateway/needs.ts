import type { authContract } from '@piaffe/auth/contract';
import type { Client } from '@piaffe/kernel';
import type { sessionsContract } from '@piaffe/sessions/contract';
import type { stableContract } from '@piaffe/stable/contract';
import type { Blobs } from '@piaffe/storage';
import type { trendContract } from '@piaffe/trend/contract';
import type { FastifyBaseLogger } from 'fastify';
import type { DataFolder, Demo, PartHealth } from './contract.ts';
import type { LimitChanges } from './limits.ts';

export interface Needs {
  readonly auth: Client<typeof authContract>;
  readonly stable: Client<typeof stableContract>;
  readonly sessions: Client<typeof sessionsContract>;
  readonly trend: Client<typeof trendContract>;
  readonly blobs: Blobs;
  readonly demo: Demo;
  readonly dataFolder: DataFolder;
  readonly now: () => Date;
  readonly log: FastifyBaseLogger;
  /** A snapshot; asking costs nothing. */
  readonly health: () => readonly PartHealth[];
}

export interface Config {
  readonly version: string;
  /** Empty, or `/` and one or more path segments, without a slash at the end. */
  readonly basePath: string;
  /** Where the built pages lie; null serves none. */
  readonly dashboardFolder: string | null;
  /** Where the files of Swagger UI lie, if not in its package. */
  readonly swaggerUiFolder?: string | null;
  /** Whose X-Forwarded headers are believed: nobody's, everybody's, or those of these addresses and networks. */
  readonly trustProxy: boolean | string;
  /** How people reach this server, when a proxy in front of it does not say so. */
  readonly publicUrl?: string | null;
  readonly limits?: LimitChanges;
}
