import { closed, Id, page } from '@piaffe/kernel';
import { Rider, stableContract } from '@piaffe/stable/contract';
import { Type } from 'typebox';
import { inPerson, reading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['riders'];
const params = closed({ rider: Id });
const { riders, rider, addRider, changeRider, removeRider } = stableContract.operations;

export function riderRoutes(app: App, { stable }: RouteNeeds): void {
  app.get(
    '/riders',
    {
      schema: {
        operationId: 'listRiders',
        summary: 'The people who ride one’s horses, by name',
        tags,
        querystring: closed({
          archived: Type.Optional(Type.Boolean({ description: 'The archived ones instead' })),
          ...PageQuery,
        }),
        response: { 200: page(Rider) },
      },
      config: { ...reading, asks: [riders] },
    },
    (request) => {
      const { archived = false, ...query } = request.query;
      return stable.riders({ principal: principalOf(request), archived, ...pageOf(query) });
    },
  );

  app.post(
    '/riders',
    {
      schema: {
        operationId: 'addRider',
        summary: 'A new rider',
        tags,
        body: closed({ name: Rider.properties.name }),
        response: { 201: Rider },
      },
      config: { ...writing, asks: [addRider] },
    },
    async (request, reply) => {
      const { name } = request.body;
      return reply.code(201).send(await stable.addRider({ principal: principalOf(request), name }));
    },
  );

  app.get(
    '/riders/:rider',
    {
      schema: {
        operationId: 'getRider',
        summary: 'One rider',
        tags,
        params,
        response: { 200: Rider },
      },
      config: { ...reading, asks: [rider] },
    },
    (request) => stable.rider({ principal: principalOf(request), rider: request.params.rider }),
  );

  app.patch(
    '/riders/:rider',
    {
      schema: {
        operationId: 'changeRider',
        summary: 'Changes what is given, leaves the rest',
        tags,
        params,
        body: changeRider.input.properties.changes,
        response: { 200: Rider },
      },
      config: { ...writing, asks: [changeRider] },
    },
    (request) =>
      stable.changeRider({
        principal: principalOf(request),
        rider: request.params.rider,
        changes: request.body,
      }),
  );

  app.delete(
    '/riders/:rider',
    {
      schema: {
        operationId: 'removeRider',
        summary: 'Deletes a rider for good. Sessions that name them go on naming an id nobody has',
        tags,
        params,
        response: { 204: Type.Null({ description: 'Deleted' }) },
      },
      config: { ...inPerson, asks: [removeRider] },
    },
    async (request, reply) => {
      await stable.removeRider({ principal: principalOf(request), rider: request.params.rider });
      return reply.code(204).send(null);
    },
  );
}
