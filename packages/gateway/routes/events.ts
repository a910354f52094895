import { SessionEvent, sessionsContract } from '@piaffe/sessions/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { createEventStreams } from '../event-streams.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams } from './sessions.ts';

const { events } = sessionsContract.operations;
const config = { ...reading, load: 'event', asks: [events], problems: ['too-many-event-streams'] } as const;
const description =
  'Server-sent events `state`, `progress`, `done` and `failed`, each with an id; `data` is a SessionEvent as JSON. ' +
  'The stream begins with the present state, or behind `Last-Event-ID`.';
const headers = Type.Object({
  'last-event-id': Type.Optional(Type.String({ description: 'The id of the last event seen' })),
});
const response = {
  200: { description: 'The stream', content: { 'text/event-stream': { schema: SessionEvent } } },
};

export function eventRoutes(app: App, needs: RouteNeeds): void {
  const openStream = createEventStreams(needs);
  async function answer(request: FastifyRequest, reply: FastifyReply, session: string | null) {
    const stream = await openStream(request, reply, session);
    reply.headers({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    return reply.send(stream);
  }

  app.get(
    '/events',
    {
      schema: {
        operationId: 'followSessions',
        summary: 'What happens to one’s sessions, as it happens',
        description,
        tags: ['events'],
        headers,
        response,
      },
      config,
    },
    (request, reply) => answer(request, reply, null),
  );

  app.get(
    '/sessions/:session/events',
    {
      schema: {
        operationId: 'followSession',
        summary: 'What happens to a session, as it happens',
        description,
        tags: ['events'],
        params: SessionParams,
        headers,
        response,
      },
      config,
    },
    (request, reply) => answer(request, reply, request.params.session),
  );
}
