import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { RouteNeeds } from '../route-needs.ts';

export function importStream(_needs: RouteNeeds, _request: FastifyRequest, _archive: string): Readable {
  return Readable.from([]);
}
