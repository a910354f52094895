import type { AggregateInput, aggregationContract } from '@piaffe/aggregation/contract';
import type { Output, Progress } from '@piaffe/kernel';
import type { FastifyReply } from 'fastify';
import type { RouteNeeds } from './route-needs.ts';

export type Analysed = Output<typeof aggregationContract, 'aggregate'>;

/** Analyses what lies in the scratch folder under `reference`. */
export function analyse(
  reference: string,
  { inputs, ...asked }: AggregateInput,
  { computation, turns }: Pick<RouteNeeds, 'computation' | 'turns'>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Analysed> {
  const input = { ...asked, inputs: inputs.map((each) => ({ ...each, reference })) };
  return turns.do(() => computation.aggregation.aggregate(input, { signal, onProgress }), signal);
}

/** Aborted when nobody waits for the answer any more. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort(new Error('nobody waits for the answer any more'));
  });
  return gone.signal;
}
