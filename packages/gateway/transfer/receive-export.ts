import type { FastifyRequest } from 'fastify';
import type { RouteNeeds } from '../route-needs.ts';

export async function receiveExport(_request: FastifyRequest, _needs: RouteNeeds): Promise<string> {
  throw new Error('to be written');
}
