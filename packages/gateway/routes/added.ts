import { Added, sessionsContract } from '@piaffe/sessions/contract';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams as params } from './sessions.ts';

const { added } = sessionsContract.operations;

export function addedRoutes(app: App, { sessions }: RouteNeeds): void {
  app.get(
    '/sessions/:session/added',
    {
      schema: {
        operationId: 'getAdded',
        summary: 'The metrics that plugins add to a result; they come by themselves behind it',
        tags: ['sessions'],
        params,
        response: { 200: Added },
      },
      config: { ...reading, asks: [added] },
    },
    (request) => sessions.added({ principal: principalOf(request), ...request.params }),
  );
}
