import { Corrections } from '@piaffe/aggregation/contract';
import { closed } from '@piaffe/kernel';
import { Session, sessionsContract, Trim } from '@piaffe/sessions/contract';
import { writing } from '../access.ts';
import type { App } from '../app.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams as params } from './sessions.ts';

const tags = ['sessions'];
const { trim, correct, merge, split } = sessionsContract.operations;

/** What a session is made of: which part of which recordings, and what is known better than it was found. */
export function sessionPartsRoutes(app: App, { sessions }: RouteNeeds): void {
  app.put(
    '/sessions/:session/trim',
    {
      schema: {
        operationId: 'trimSession',
        summary: 'Leaves out what lies before and after; the recording stays whole',
        tags,
        params,
        body: Trim,
        response: { 200: Session },
      },
      config: { ...writing, asks: [trim] },
    },
    (request) => sessions.trim({ principal: principalOf(request), ...request.params, trim: request.body }),
  );

  app.delete(
    '/sessions/:session/trim',
    {
      schema: {
        operationId: 'untrimSession',
        summary: 'The whole recording again',
        tags,
        params,
        response: { 200: Session },
      },
      config: { ...writing, asks: [trim] },
    },
    (request) => sessions.trim({ principal: principalOf(request), ...request.params, trim: null }),
  );

  app.put(
    '/sessions/:session/corrections',
    {
      schema: {
        operationId: 'correctSession',
        summary: 'Says what is known better about gaits and jumps; the metrics are computed anew from that',
        tags,
        params,
        body: Corrections,
        response: { 200: Session },
      },
      config: { ...writing, asks: [correct] },
    },
    (request) =>
      sessions.correct({
        principal: principalOf(request),
        ...request.params,
        corrections: request.body,
      }),
  );

  app.delete(
    '/sessions/:session/corrections',
    {
      schema: {
        operationId: 'uncorrectSession',
        summary: 'Gaits and jumps as they were found again',
        tags,
        params,
        response: { 200: Session },
      },
      config: { ...writing, asks: [correct] },
    },
    (request) => sessions.correct({ principal: principalOf(request), ...request.params, corrections: null }),
  );

  app.post(
    '/sessions/:session/merge',
    {
      schema: {
        operationId: 'mergeSession',
        summary: 'Takes in another session: two recordings of one ride, in order of their start',
        tags,
        params,
        body: closed({ other: merge.input.properties.other }),
        response: { 200: Session },
      },
      config: { ...writing, asks: [merge] },
    },
    (request) =>
      sessions.merge({ principal: principalOf(request), ...request.params, other: request.body.other }),
  );

  app.post(
    '/sessions/:session/split',
    {
      schema: {
        operationId: 'splitSession',
        summary: 'Undoes a merge: every recording is a session of its own again',
        tags,
        params,
        response: { 200: split.output },
      },
      config: { ...writing, asks: [split] },
    },
    (request) => sessions.split({ principal: principalOf(request), ...request.params }),
  );
}
