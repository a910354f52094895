import type { Principal } from '@piaffe/auth/contract';
import { closed, defineContract, Instant, nullable, operation } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

export { gatewayFeatures, gatewayNeeds } from './declared-needs.ts';

const nothing = closed({});

/** How one part of the program is, as it was last seen. */
export const PartHealth = closed({
  name: Type.String(),
  shape: Type.Enum(['here', 'http', 'process', 'plugin', 'remote'], { description: 'How it is reached' }),
  state: Type.Enum(['up', 'starting', 'degraded', 'down']),
  since: Instant,
  required: Type.Boolean({ description: 'Whether nothing can be answered without it' }),
  detail: nullable(Type.String({ description: 'Why it is as it is, in words for whoever runs the server' })),
  breaker: Type.Enum(['closed', 'open'], {
    description: 'open: it failed so often of late that it is left alone for a moment',
  }),
  verdict: nullable(Type.String({ description: 'Why its contract does not fit; null where it does' })),
  featuresLost: Type.Array(Type.String(), { description: 'What people do without; empty while it is up' }),
  answers: Type.Record(Type.String(), Type.String(), {
    description: 'What they get instead, in words for them, by feature',
  }),
});
export type PartHealth = Static<typeof PartHealth>;

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
