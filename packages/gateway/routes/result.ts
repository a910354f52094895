import { createHash } from 'node:crypto';
import { SessionResult } from '@piaffe/aggregation/contract';
import { sessionsContract } from '@piaffe/sessions/contract';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { degradable, saying, without } from '../degraded.ts';
import { answerUnlessKnown, unchanged } from '../entity-tag.ts';
import { longAnswer } from '../long-answer.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams as params } from './sessions.ts';

const { result } = sessionsContract.operations;

/** A result, and what people said of the ride that nobody could tell just now. */
export const OpenedResult = degradable(SessionResult.properties);

export function resultRoutes(app: App, { sessions, health }: RouteNeeds): void {
  app.get(
    '/sessions/:session/result',
    {
      ...longAnswer,
      schema: {
        operationId: 'getResult',
        summary: 'The metrics of a session; those of an older version while a newer is at work',
        tags: ['sessions'],
        params,
        response: { 200: OpenedResult, 304: unchanged },
      },
      config: { ...reading, asks: [result] },
    },
    async (request, reply) => {
      const { degraded = [], ...found } = await sessions.result({
        principal: principalOf(request),
        ...request.params,
      });
      const lost = degraded.map(({ need, retryAfter }) => without('horses', need, health(), retryAfter));
      const json = JSON.stringify({ ...found, ...saying(lost) });
      const tag = createHash('sha256').update(json).digest('base64url');
      if (answerUnlessKnown(request, reply, tag, 'weak')) return reply;
      // Written once, for the tag and for the answer.
      return reply.type('application/json; charset=utf-8').send(json as never);
    },
  );
}
