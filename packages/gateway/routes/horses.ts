import { closed, Id, page } from '@piaffe/kernel';
import { Horse, HorseProfile, stableContract } from '@piaffe/stable/contract';
import { Type } from 'typebox';
import { reading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['horses'];
const params = closed({ horse: Id });
const { horses, horse, addHorse, changeHorse } = stableContract.operations;
const { name, timeZone, ...optional } = HorseProfile.properties;
const nothingSaid = { breed: null, birthYear: null, massKg: null, usualMount: null };

export function horseRoutes(app: App, { stable }: RouteNeeds): void {
  app.get(
    '/horses',
    {
      schema: {
        operationId: 'listHorses',
        summary: 'One’s horses, by name',
        tags,
        querystring: closed({
          archived: Type.Optional(Type.Boolean({ description: 'The archived ones instead' })),
          ...PageQuery,
        }),
        response: { 200: page(Horse) },
      },
      config: { ...reading, asks: [horses] },
    },
    (request) => {
      const { archived = false, ...query } = request.query;
      return stable.horses({ principal: principalOf(request), archived, ...pageOf(query) });
    },
  );

  app.post(
    '/horses',
    {
      schema: {
        operationId: 'addHorse',
        summary: 'A new horse',
        tags,
        body: closed({ name, timeZone, ...Type.Partial(closed(optional)).properties }),
        response: { 201: Horse },
      },
      config: { ...writing, asks: [addHorse] },
    },
    async (request, reply) => {
      const profile = { ...nothingSaid, ...request.body };
      return reply.code(201).send(await stable.addHorse({ principal: principalOf(request), profile }));
    },
  );

  app.get(
    '/horses/:horse',
    {
      schema: {
        operationId: 'getHorse',
        summary: 'One horse',
        tags,
        params,
        response: { 200: Horse },
      },
      config: { ...reading, asks: [horse] },
    },
    (request) => stable.horse({ principal: principalOf(request), horse: request.params.horse }),
  );

  app.patch(
    '/horses/:horse',
    {
      schema: {
        operationId: 'changeHorse',
        summary: 'Changes what is given, leaves the rest',
        tags,
        params,
        body: changeHorse.input.properties.changes,
        response: { 200: Horse },
      },
      config: { ...writing, asks: [changeHorse] },
    },
    (request) =>
      stable.changeHorse({
        principal: principalOf(request),
        horse: request.params.horse,
        changes: request.body,
      }),
  );
}
