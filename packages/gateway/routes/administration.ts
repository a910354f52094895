import { closed, nullable, page } from '@piaffe/kernel';
import { sessionsContract, Trial, Troubled } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { administering } from '../access.ts';
import type { App } from '../app.ts';
import { optionalOf } from '../optional-query.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['administration'];
const { troubled, retryTroubled, startTrial, stopTrial, trial, reprocess } = sessionsContract.operations;
const Sessions = closed({
  sessions: Type.Integer({ minimum: 0, description: 'How many are on the work list by that' }),
});
const usualTrial = 100;

/** What those who run the server do about rides of all accounts. They never get to see one. */
export function administrationRoutes(app: App, { sessions }: RouteNeeds): void {
  app.get(
    '/admin/troubled',
    {
      schema: {
        operationId: 'listTroubled',
        summary: 'Sessions of all accounts whose analysis did not succeed, the latest first',
        tags,
        querystring: closed({ state: optionalOf(troubled.input.properties.state), ...PageQuery }),
        response: { 200: page(Troubled) },
      },
      config: { ...administering, asks: [troubled] },
    },
    (request) => {
      const { state = null, ...query } = request.query;
      return sessions.troubled({ state, ...pageOf(query) });
    },
  );

  app.post(
    '/admin/troubled/retry',
    {
      schema: {
        operationId: 'retryTroubled',
        summary: 'Has one such session, or with null all quarantined ones, analysed again',
        tags,
        body: closed({ session: nullable(Troubled.properties.session) }),
        response: { 200: Sessions },
      },
      config: { ...administering, asks: [retryTroubled] },
    },
    (request) => sessions.retryTroubled(request.body),
  );

  app.get(
    '/admin/trial',
    {
      schema: {
        operationId: 'getTrial',
        summary: 'How results would differ if they were computed anew: what the last trial found so far',
        tags,
        response: { 200: Trial },
      },
      config: { ...administering, asks: [trial] },
    },
    () => sessions.trial({}),
  );

  app.post(
    '/admin/trial',
    {
      schema: {
        operationId: 'startTrial',
        summary:
          'Begins to compute the latest results anew, without storing anything; ends a trial under way',
        tags,
        body: closed({
          sessions: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 1000,
              default: usualTrial,
              description: 'How many, the latest',
            }),
          ),
        }),
        response: { 200: Trial },
      },
      config: { ...administering, asks: [startTrial] },
    },
    (request) => sessions.startTrial({ sessions: usualTrial, ...request.body }),
  );

  app.delete(
    '/admin/trial',
    {
      schema: {
        operationId: 'stopTrial',
        summary: 'Ends a trial under way; what it found so far stays',
        tags,
        response: { 200: Trial },
      },
      config: { ...administering, asks: [stopTrial] },
    },
    () => sessions.stopTrial({}),
  );

  app.post(
    '/admin/reprocess',
    {
      schema: {
        operationId: 'reprocess',
        summary: 'Has every session of all accounts analysed again; old results stay readable until then',
        tags,
        response: { 200: Sessions },
      },
      config: { ...administering, asks: [reprocess] },
    },
    () => sessions.reprocess({}),
  );
}
