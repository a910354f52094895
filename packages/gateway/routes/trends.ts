import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { closed, Id } from '@piaffe/kernel';
import { tableToArrow, tableToCsv } from '@piaffe/series';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { trendContract, trendMetricNames } from '@piaffe/trend/contract';
import { Type } from 'typebox';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { beyondRequest } from '../edge.ts';
import { answerUnlessKnown, unchanged } from '../entity-tag.ts';
import { fileBytes } from '../file-bytes.ts';
import { attachmentNamed } from '../file-name.ts';
import { longAnswer } from '../long-answer.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { RideQuery } from '../session-filter.ts';
import { HorseTrend, horseTrend } from '../trends/horse-trend.ts';
import { riderNames } from '../trends/rider-names.ts';
import { cacheTrends } from '../trends/trend-cache.ts';
import { trendTable } from '../trends/trend-table.ts';
import { Usual, usualFor } from '../trends/usual.ts';
import { HorseParams as params } from './horses.ts';

const tags = ['trends'];
const { horse, horseEvents, riders } = stableContract.operations;
const { numbers, session } = sessionsContract.operations;
const { trend } = trendContract.operations;

export function trendRoutes(app: App, needs: RouteNeeds): void {
  const told = cacheTrends((input) =>
    beyondRequest(async () => JSON.stringify(await needs.trend.trend(input))),
  );
  app.get(
    '/horses/:horse/trends',
    {
      ...longAnswer,
      schema: {
        operationId: 'getTrends',
        summary:
          'The track record of a horse: each metric over its rides, its own band, load, what is out of it',
        description:
          'Told from the rides that are asked for, and from them alone. `csv` and `arrow` have a row for each ride.',
        tags,
        params,
        querystring: closed({
          ...RideQuery,
          metric: Type.Optional(
            Type.Array(Type.Enum([...trendMetricNames]), {
              maxItems: trendMetricNames.length,
              description: 'Once for each metric; all of them without it',
            }),
          ),
          format: Type.Optional(Type.Enum(['json', 'csv', 'arrow'], { default: 'json' })),
        }),
        response: {
          200: {
            description: 'The track record',
            content: {
              'application/json': { schema: HorseTrend },
              'text/csv': { schema: Type.String() },
              'application/vnd.apache.arrow.file': { schema: fileBytes },
            },
          },
          304: unchanged,
        },
      },
      config: { ...reading, load: 'trend', asks: [horse, horseEvents, riders, numbers, trend] },
    },
    async (request, reply) => {
      const { format = 'json', metric, ...filter } = request.query;
      const metrics = trendMetricNames.filter((name) => metric === undefined || metric.includes(name));
      const principal = principalOf(request);
      const asked = { horse: request.params.horse, filter, metrics };
      const json = await horseTrend({ ...needs, told }, principal, asked);
      const tag = `${createHash('sha256').update(json).digest('base64url')}-${format}`;
      if (answerUnlessKnown(request, reply, tag, 'weak')) return reply;
      if (format === 'json') return reply.type('application/json; charset=utf-8').send(json as never);
      const table = trendTable(JSON.parse(json), await riderNames(needs, principal));
      reply.header('content-disposition', attachmentNamed(`trends.${format}`));
      if (format === 'csv') {
        return reply.type('text/csv; charset=utf-8').send(Readable.from(tableToCsv(table)));
      }
      return reply
        .type('application/vnd.apache.arrow.file')
        .send(Buffer.from((await tableToArrow(table)).buffer));
    },
  );

  app.get(
    '/horses/:horse/usual',
    {
      ...longAnswer,
      schema: {
        operationId: 'getUsual',
        summary: 'What was usual for a horse before one of its rides, metric by metric',
        tags,
        params,
        querystring: closed({ session: Id }),
        response: { 200: Usual },
      },
      config: { ...reading, load: 'trend', asks: [horse, session, numbers, trend] },
    },
    (request) => usualFor(needs, principalOf(request), { ...request.params, ...request.query }),
  );
}
