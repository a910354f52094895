import type { aggregationContract } from '@piaffe/aggregation/contract';
import type { Output, Progress } from '@piaffe/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { receiveBody } from '../http/receive-body.ts';
import { aggregateInput, type RideQuery } from './ride-query.ts';
import type { RouteNeeds } from './route-needs.ts';

/** Analyses the recording that is the body of a request, with what its query says of it. */
export async function analyseBody(
  request: FastifyRequest,
  reply: FastifyReply,
  query: RideQuery,
  { computation, scratch, limits }: RouteNeeds,
  onProgress?: (progress: Progress) => void,
): Promise<Output<typeof aggregationContract, 'aggregate'>> {
  // What the query says wrongly is told before the body comes.
  const { inputs, ...rest } = aggregateInput('', query);
  await using held = await receiveBody(request, reply, scratch, { limits });
  const input = { ...rest, inputs: inputs.map((each) => ({ ...each, reference: held.sha256 })) };
  return await computation.aggregation.aggregate(input, {
    signal: goneSignal(reply),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

/** Aborted when nobody waits for the answer any more. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort(new Error('nobody waits for the answer any more'));
  });
  return gone.signal;
}
