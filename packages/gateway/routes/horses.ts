import { closed, Id, page } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { Horse, HorseProfile, stableContract } from '@piaffe/stable/contract';
import { Type } from 'typebox';
import { inPerson, reading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { degradable, lostNow, saying } from '../degraded.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import { removeHorseWhole } from '../remove-horse.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['horses'];
export const HorseParams = closed({ horse: Id });
const params = HorseParams;
const { horses, horse, addHorse, changeHorse, removeHorse } = stableContract.operations;
const { purge } = sessionsContract.operations;
const { name, timeZone, ...optional } = HorseProfile.properties;
/** A horse, and which of its pages lack something. */
export const OpenedHorse = degradable(Horse.properties);
const ofHorse = ['rides', 'uploads', 'analysis', 'trends'] as const;
const nothingSaid = { breed: null, birthYear: null, massKg: null, usualMount: null };

export function horseRoutes(app: App, { stable, sessions, health }: RouteNeeds): void {
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
      return reply
        .code(201)
        .send(await stable.addHorse({ principal: principalOf(request), profile, demo: false }));
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
        response: { 200: OpenedHorse },
      },
      config: { ...reading, asks: [horse] },
    },
    async (request) => ({
      ...(await stable.horse({ principal: principalOf(request), horse: request.params.horse })),
      ...saying(lostNow(health(), ofHorse)),
    }),
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

  app.delete(
    '/horses/:horse',
    {
      schema: {
        operationId: 'removeHorse',
        summary: 'Deletes a horse with its events, its sessions and their recordings, for good',
        tags,
        params,
        response: { 204: Type.Null({ description: 'Deleted' }) },
      },
      config: { ...inPerson, lasting: true, asks: [horse, purge, removeHorse] },
    },
    async (request, reply) => {
      await removeHorseWhole({ stable, sessions }, principalOf(request), request.params.horse);
      return reply.code(204).send(null);
    },
  );
}
