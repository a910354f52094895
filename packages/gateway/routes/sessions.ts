import { closed, Id, page } from '@piaffe/kernel';
import { ListedSession, Session, State, sessionsContract } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { reading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { degradable, saying, watchAnalysis } from '../degraded.ts';
import { longAnswer } from '../long-answer.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { anySession, SessionQuery } from '../session-filter.ts';

const tags = ['sessions'];
export const SessionParams = closed({ session: Id });
const params = SessionParams;
const { list, session, change, remove, restore, retry } = sessionsContract.operations;

/** A session, and what it waits for longer than usual. */
export const OpenedSession = degradable(Session.properties);

export function sessionRoutes(app: App, needs: RouteNeeds): void {
  const { sessions } = needs;
  const whatAnalysisLacks = watchAnalysis(needs);
  app.get(
    '/sessions',
    {
      ...longAnswer,
      schema: {
        operationId: 'listSessions',
        summary: 'One’s sessions, the latest ride first',
        tags,
        querystring: closed({
          ...SessionQuery,
          state: Type.Optional(State),
          removed: Type.Optional(Type.Boolean({ description: 'The removed ones instead' })),
          ...PageQuery,
        }),
        response: { 200: degradable(page(ListedSession).properties) },
      },
      config: { ...reading, asks: [list] },
    },
    async (request) => {
      const { state = null, removed = false, limit, after, ...filter } = request.query;
      const listed = await sessions.list({
        principal: principalOf(request),
        ...anySession,
        ...filter,
        state,
        removed,
        ...pageOf({ limit, after }),
      });
      return { ...listed, ...saying(await whatAnalysisLacks(listed.items)) };
    },
  );

  app.get(
    '/sessions/:session',
    {
      schema: {
        operationId: 'getSession',
        summary: 'One session',
        tags,
        params,
        response: { 200: OpenedSession },
      },
      config: { ...reading, asks: [session] },
    },
    async (request) => {
      const opened = await sessions.session({ principal: principalOf(request), ...request.params });
      return { ...opened, ...saying(await whatAnalysisLacks([opened])) };
    },
  );

  app.patch(
    '/sessions/:session',
    {
      schema: {
        operationId: 'changeSession',
        summary: 'Changes what is said about a ride, its horse or its start; leaves the rest',
        tags,
        params,
        body: change.input.properties.changes,
        response: { 200: Session },
      },
      config: { ...writing, asks: [change] },
    },
    (request) =>
      sessions.change({ principal: principalOf(request), ...request.params, changes: request.body }),
  );

  app.delete(
    '/sessions/:session',
    {
      schema: {
        operationId: 'removeSession',
        summary: 'Removes a session; for 30 days it can be restored',
        tags,
        params,
        response: { 200: Session },
      },
      config: { ...writing, asks: [remove] },
    },
    (request) => sessions.remove({ principal: principalOf(request), ...request.params }),
  );

  app.post(
    '/sessions/:session/restore',
    {
      schema: {
        operationId: 'restoreSession',
        summary: 'Brings a removed session back',
        tags,
        params,
        response: { 200: Session },
      },
      config: { ...writing, asks: [restore] },
    },
    (request) => sessions.restore({ principal: principalOf(request), ...request.params }),
  );

  app.post(
    '/sessions/:session/retry',
    {
      schema: {
        operationId: 'retrySession',
        summary: 'Has a failed or quarantined session analysed again',
        tags,
        params,
        response: { 200: Session },
      },
      config: { ...writing, asks: [retry] },
    },
    (request) => sessions.retry({ principal: principalOf(request), ...request.params }),
  );
}
