import { closed, Id, page } from '@piaffe/kernel';
import { HorseEvent, stableContract } from '@piaffe/stable/contract';
import { Type } from 'typebox';
import { reading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { HorseParams } from './horses.ts';

const tags = ['horses'];
const params = closed({ ...HorseParams.properties, event: Id });
const { horseEvents, addHorseEvent, changeHorseEvent, removeHorseEvent } = stableContract.operations;
const { at, kind, text } = HorseEvent.properties;

/** Shoeing, treatment, lesson, a new saddle: what may show in the numbers of a horse. */
export function horseEventRoutes(app: App, { stable }: RouteNeeds): void {
  app.get(
    '/horses/:horse/events',
    {
      schema: {
        operationId: 'listHorseEvents',
        summary: 'What happened to a horse, the latest first',
        tags,
        params: HorseParams,
        querystring: closed(PageQuery),
        response: { 200: page(HorseEvent) },
      },
      config: { ...reading, asks: [horseEvents] },
    },
    (request) =>
      stable.horseEvents({ principal: principalOf(request), ...request.params, ...pageOf(request.query) }),
  );

  app.post(
    '/horses/:horse/events',
    {
      schema: {
        operationId: 'addHorseEvent',
        summary: 'Writes down what happened to a horse and may show in its numbers',
        tags,
        params: HorseParams,
        body: closed({ at, kind, text: Type.Optional(text) }),
        response: { 201: HorseEvent },
      },
      config: { ...writing, asks: [addHorseEvent] },
    },
    async (request, reply) => {
      const event = { text: '', ...request.body };
      return reply
        .code(201)
        .send(await stable.addHorseEvent({ principal: principalOf(request), ...request.params, ...event }));
    },
  );

  app.patch(
    '/horses/:horse/events/:event',
    {
      schema: {
        operationId: 'changeHorseEvent',
        summary: 'Changes what is given, leaves the rest',
        tags,
        params,
        body: changeHorseEvent.input.properties.changes,
        response: { 200: HorseEvent },
      },
      config: { ...writing, asks: [changeHorseEvent] },
    },
    (request) =>
      stable.changeHorseEvent({
        principal: principalOf(request),
        ...request.params,
        changes: request.body,
      }),
  );

  app.delete(
    '/horses/:horse/events/:event',
    {
      schema: {
        operationId: 'removeHorseEvent',
        summary: 'Removes an event',
        tags,
        params,
        response: { 204: Type.Null({ description: 'Removed' }) },
      },
      config: { ...writing, asks: [removeHorseEvent] },
    },
    async (request, reply) => {
      await stable.removeHorseEvent({ principal: principalOf(request), ...request.params });
      return reply.code(204).send(null);
    },
  );
}
