import { Readable } from 'node:stream';
import { json as jsonOf } from 'node:stream/consumers';
import { DisplaySeries } from '@piaffe/aggregation/contract';
import { closed } from '@piaffe/kernel';
import { toArrow, toCsv } from '@piaffe/series';
import { sessionsContract } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { answerUnlessKnown, unchanged } from '../entity-tag.ts';
import { fileBytes } from '../file-bytes.ts';
import { longAnswer } from '../long-answer.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams as params } from './sessions.ts';

const { series } = sessionsContract.operations;

export function seriesRoutes(app: App, { sessions, blobs }: RouteNeeds): void {
  app.get(
    '/sessions/:session/series',
    {
      ...longAnswer,
      schema: {
        operationId: 'getSeries',
        summary: 'What charts of the whole ride show, one value a second',
        tags: ['sessions'],
        params,
        querystring: closed({
          format: Type.Optional(Type.Enum(['json', 'csv', 'arrow'], { default: 'json' })),
        }),
        response: {
          200: {
            description: 'The series',
            content: {
              'application/json': { schema: DisplaySeries },
              'text/csv': { schema: Type.String() },
              'application/vnd.apache.arrow.file': { schema: fileBytes },
            },
          },
          304: unchanged,
        },
      },
      config: { ...reading, asks: [series] },
    },
    async (request, reply) => {
      const { format = 'json' } = request.query;
      const { sha256, bytes: length } = await sessions.series({
        principal: principalOf(request),
        ...request.params,
      });
      if (answerUnlessKnown(request, reply, `${sha256}-${format}`, 'weak')) return reply;
      const bytes = Readable.from(blobs.open(sha256));
      if (format === 'json') {
        return reply.type('application/json; charset=utf-8').header('content-length', length).send(bytes);
      }
      const name = `${request.params.session}.${format}`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      const columns = (await jsonOf(bytes)) as DisplaySeries;
      if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(Readable.from(toCsv(columns)));
      return reply
        .type('application/vnd.apache.arrow.file')
        .send(Buffer.from((await toArrow(columns)).buffer));
    },
  );
}
