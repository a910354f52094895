import type { Progress } from '@piaffe/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { receiveBody } from '../http/receive-body.ts';
import { type Analysed, analyse, goneSignal } from './analyse.ts';
import { aggregateInput, type RideQuery } from './ride-query.ts';
import type { RouteNeeds } from './route-needs.ts';

/** Analyses the recording that is the body of a request, with what its query says of it. */
export async function analyseBody(
  request: FastifyRequest,
  reply: FastifyReply,
  query: RideQuery,
  needs: RouteNeeds,
  onProgress?: (progress: Progress) => void,
): Promise<Analysed> {
  // What the query says wrongly is told before the body comes.
  const asked = aggregateInput('', query);
  const signal = goneSignal(reply);
  await using held = await receiveBody(request, reply, needs.scratch, needs);
  return await analyse(held.sha256, asked, needs, signal, onProgress);
}
