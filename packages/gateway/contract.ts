import { closed, defineContract, operation } from '@piaffe/kernel';
import { Type } from 'typebox';

const nothing = closed({});

/** How one part of the program is, as it was last seen. */
export interface PartHealth {
  readonly name: string;
  readonly state: 'up' | 'starting' | 'degraded' | 'down';
  /** Whether nothing can be answered without it. */
  readonly required: boolean;
  /** Why it is as it is, in words for whoever runs the server. */
  readonly detail: string | null;
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
