import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Authenticated } from '@piaffe/auth/contract';
import type { Edge, Operation } from '@piaffe/kernel';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Access } from './access.ts';
import type { Place } from './in-flight.ts';
import type { Load } from './limits.ts';
import type { ProblemCode } from './problems.ts';

export type App = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<Access> {
    /** What it weighs. By default `read` for GET and HEAD, else `write`. */
    readonly load?: Load;
    /** Takes as long as there is much to do, such as to delete all of somebody's. */
    readonly lasting?: boolean;
    /** The operations it asks, whose failures it passes on. */
    readonly asks?: readonly Operation[];
    /** Problems of its own. */
    readonly problems?: readonly ProblemCode[];
  }
  interface FastifyRequest {
    /** Who asks; null on a public route. */
    authenticated: Authenticated | null;
    /** What all that is asked for it goes by. */
    edge: Edge;
    /** What room it takes up at the moment. */
    place: Place | null;
  }
}
