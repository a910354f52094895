import type { Principal } from '@piaffe/auth/contract';
import { closed, defineContract, operation } from '@piaffe/kernel';
import { Type } from 'typebox';

export { gatewayFeatures, gatewayNeeds } from './declared-needs.ts';

const nothing = closed({});

/** How one part of the program is, as it was last seen. */
export interface PartHealth {
  readonly name: string;
  readonly state: 'up' | 'starting' | 'degraded' | 'down';
  /** Since when, ISO 8601 in UTC. */
  readonly since: string;
  /** Whether nothing can be answered without it. */
  readonly required: boolean;
  /** Why it is as it is, in words for whoever runs the server. */
  readonly detail: string | null;
  /** `open`: it failed so often of late that it is left alone for a moment. */
  readonly breaker: 'closed' | 'open';
  /** Why its contract does not fit; null where it does. */
  readonly verdict: string | null;
  /** What people do without, by the names of `gatewayFeatures`; empty while it is up. */
  readonly featuresLost: readonly string[];
  /** What they get instead, in words for them. */
  readonly answers: readonly string[];
}

/** What the disk of the data folder holds, in bytes. */
export interface DataFolderSize {
  readonly free: number;
  readonly total: number;
  readonly database: number;
  readonly recordings: number;
}

/** Where everything is kept, as far as the gateway has to do with it. */
export interface DataFolder {
  /** Looks at every file, so it takes its time where there are many. */
  size(): Promise<DataFolderSize>;
  /** A new folder on the same disk, for what is being received. Whoever asked for it removes it. */
  scratch(): Promise<string>;
}

/** How far the demo stable is: rides that are settled, of all there will be. */
export interface DemoStatus {
  readonly state: 'none' | 'seeding' | 'ready' | 'removing';
  readonly done: number;
  readonly total: number;
}

/** The demo stable. To everybody but the account it belongs to there is none. */
export interface Demo {
  /** A snapshot; asking costs nothing. */
  status(principal: Principal): DemoStatus;
  /** Ends its seeding, and removes its horses and rides for good. Resolves once they are gone; asking twice is harmless. */
  remove(principal: Principal): Promise<void>;
}

/** The public API. What it offers the world is its OpenAPI file; this is what the program that runs it can ask. */
export const gatewayContract = defineContract({
  name: 'gateway',
  version: '1.0.0',
  operations: {
    listen: operation({
      summary: 'Begins to serve; resolves once it is ready',
      input: closed({ host: Type.String(), port: Type.Integer({ minimum: 0, maximum: 65535 }) }),
      output: closed({ url: Type.String({ description: 'With the port that was taken and the base path' }) }),
      errors: {
        'port-in-use': closed({ detail: Type.String() }),
        'port-not-permitted': closed({ detail: Type.String() }),
        'host-not-known': closed({ detail: Type.String() }),
      },
      idempotent: false,
    }),
    drain: operation({
      summary: 'Takes no new connections, lets what is in flight end within so many seconds, then closes',
      input: closed({ seconds: Type.Number({ minimum: 0 }) }),
      output: nothing,
      errors: {},
      idempotent: true,
    }),
  },
});
