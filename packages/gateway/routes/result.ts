import { createHash } from 'node:crypto';
import { SessionResult } from '@piaffe/aggregation/contract';
import { sessionsContract } from '@piaffe/sessions/contract';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { answerUnlessKnown, unchanged } from '../entity-tag.ts';
import { longAnswer } from '../long-answer.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams as params } from './sessions.ts';

const { result } = sessionsContract.operations;

export function resultRoutes(app: App, { sessions }: RouteNeeds): void {
  app.get(
    '/sessions/:session/result',
    {
      ...longAnswer,
      schema: {
        operationId: 'getResult',
        summary: 'The metrics of a session; those of an older version while a newer is at work',
        tags: ['sessions'],
        params,
        response: { 200: SessionResult, 304: unchanged },
      },
      config: { ...reading, asks: [result] },
    },
    async (request, reply) => {
      const json = JSON.stringify(
        await sessions.result({ principal: principalOf(request), ...request.params }),
      );
      const tag = createHash('sha256').update(json).digest('base64url');
      if (answerUnlessKnown(request, reply, tag, 'weak')) return reply;
      // Written once, for the tag and for the answer.
      return reply.type('application/json; charset=utf-8').send(json as never);
    },
  );
}
