import { type AnalysedLine, analysedLine } from '@piaffe/results';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { ndjson } from '../http/ndjson.ts';
import { preferred } from '../http/preferred.ts';
import { Refusal } from '../http/problems.ts';
import { analyseBody } from './analyse-body.ts';
import { RideQuery } from './ride-query.ts';
import type { RouteNeeds } from './route-needs.ts';
import { type SeriesType, sendSeries, seriesTypes } from './send-series.ts';

const lines = 'application/x-ndjson';

/** One recording in: its metrics out, or its series. */
export function metricsRoutes(app: App, needs: RouteNeeds): void {
  app.post('/v1/metrics', { schema: { querystring: RideQuery } }, async (request, reply) => {
    const wanted = wantedOf(request, ['application/json', lines, ...arrowTypes]);
    if (wanted === lines) return withProgress(request, reply, request.query, needs);
    const { result, series } = await analyseBody(request, reply, request.query, needs);
    if (wanted !== 'application/json') return sendSeries(reply, wanted, series);
    return analysedLine(nameOf(request.query), result);
  });

  app.post('/v1/series', { schema: { querystring: RideQuery } }, async (request, reply) => {
    const wanted = wantedOf(request, seriesTypes);
    const { series } = await analyseBody(request, reply, request.query, needs);
    return sendSeries(reply, wanted, series);
  });
}

const arrowTypes = seriesTypes.filter((type) => type.startsWith('application/vnd.')) as SeriesType[];

/** What a recording goes by whose file nobody named. */
const nameOf = ({ file }: RideQuery) => file ?? 'recording';

function wantedOf<T extends string>({ headers }: FastifyRequest, offered: readonly T[]): T {
  const wanted = preferred(headers.accept, offered);
  if (wanted !== null) return wanted;
  throw new Refusal('not-acceptable', `Accept one of ${offered.join(', ')}.`);
}

/** Lines: how far it is, as often as it is told, and in the end the result. */
function withProgress(request: FastifyRequest, reply: FastifyReply, query: RideQuery, needs: RouteNeeds) {
  return ndjson<{ readonly progress: { readonly share: number; readonly step: string } } | AnalysedLine>(
    request,
    reply,
    async (send) => {
      const { result } = await analyseBody(request, reply, query, needs, (progress) => send({ progress }));
      send(analysedLine(nameOf(query), result));
    },
  );
}
