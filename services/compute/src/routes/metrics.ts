import { analysedLine } from '@piaffe/results';
import type { App } from '../http/app.ts';
import { receiveBody } from '../http/receive-body.ts';
import { aggregateInput, RideQuery } from './ride-query.ts';
import type { RouteNeeds } from './route-needs.ts';

/** One recording in, its metrics out. */
export function metricsRoutes(app: App, { computation, scratch, limits }: RouteNeeds): void {
  app.post('/v1/metrics', { schema: { querystring: RideQuery } }, async (request, reply) => {
    const ask = aggregateInput('', request.query);
    await using held = await receiveBody(request, reply, scratch, { limits });
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort(new Error('nobody waits for the answer any more')));
    const { result } = await computation.aggregation.aggregate(
      { ...ask, inputs: ask.inputs.map((input) => ({ ...input, reference: held.sha256 })) },
      { signal: gone.signal },
    );
    return analysedLine(request.query.file ?? 'recording', result);
  });
}
