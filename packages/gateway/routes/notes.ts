import { closed, Id } from '@piaffe/kernel';
import { Note, NoteTime, sessionsContract } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { writing } from '../access.ts';
import type { App } from '../app.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams } from './sessions.ts';

const tags = ['notes'];
const params = closed({ ...SessionParams.properties, note: Id });
const body = closed({ at: Type.Optional(NoteTime), text: Note.properties.text });
const { addNote, changeNote, removeNote } = sessionsContract.operations;

export function noteRoutes(app: App, { sessions }: RouteNeeds): void {
  app.post(
    '/sessions/:session/notes',
    {
      schema: {
        operationId: 'addNote',
        summary: 'Adds a note',
        tags,
        params: SessionParams,
        body,
        response: { 201: Note },
      },
      config: { ...writing, asks: [addNote] },
    },
    async (request, reply) => {
      const note = { at: null, ...request.body };
      return reply
        .code(201)
        .send(await sessions.addNote({ principal: principalOf(request), ...request.params, ...note }));
    },
  );

  app.put(
    '/sessions/:session/notes/:note',
    {
      schema: {
        operationId: 'changeNote',
        summary: 'Changes a note',
        tags,
        params,
        body,
        response: { 200: Note },
      },
      config: { ...writing, asks: [changeNote] },
    },
    (request) => {
      const note = { at: null, ...request.body };
      return sessions.changeNote({ principal: principalOf(request), ...request.params, ...note });
    },
  );

  app.delete(
    '/sessions/:session/notes/:note',
    {
      schema: {
        operationId: 'removeNote',
        summary: 'Removes a note',
        tags,
        params,
        response: { 204: Type.Null({ description: 'Removed' }) },
      },
      config: { ...writing, asks: [removeNote] },
    },
    async (request, reply) => {
      await sessions.removeNote({ principal: principalOf(request), ...request.params });
      return reply.code(204).send(null);
    },
  );
}
