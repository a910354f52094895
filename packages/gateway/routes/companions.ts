import { closed, Id } from '@piaffe/kernel';
import { RawRecording, Session, sessionsContract } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { uploading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { credentialOf } from '../credential.ts';
import { safeFileName } from '../file-name.ts';
import { recordingProblems, recordingUpload, refuseRecordingByHeaders } from '../file-upload.ts';
import { mayRead } from '../guard-reading.ts';
import { optionalOf } from '../optional-query.ts';
import { principalOf } from '../principal.ts';
import { receiveRecording } from '../receive-recording.ts';
import { letBodyCome } from '../request-body.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { saidStart } from '../said-start.ts';
import { Kept, unread } from '../unread-session.ts';
import { SessionParams } from './sessions.ts';

const tags = ['recordings'];
const { session: sessionOperation, addCompanion, removeCompanion } = sessionsContract.operations;

/** Heart rate and position beside the motion. In a scope where no body is read before the handler asks for it. */
export function companionRoutes(app: App, needs: RouteNeeds): void {
  const { auth, sessions, limits } = needs;
  app.post(
    '/sessions/:session/companions',
    {
      schema: {
        operationId: 'addCompanion',
        summary:
          'Adds heart rate or position that was recorded beside the motion; the metrics are computed anew',
        description:
          'The body is the file as it is, of any content type. The session is the same whether or not it has these bytes already; then it answers 200.',
        tags,
        params: SessionParams,
        querystring: closed({
          name: Type.Optional(Type.String({ maxLength: 1000, description: 'What the file is called' })),
          startedAt: optionalOf(RawRecording.properties.startedAt),
        }),
        ...recordingUpload,
        response: { 200: Kept, 201: Kept },
      },
      config: {
        ...uploading,
        load: 'upload',
        asks: [addCompanion, sessionOperation],
        problems: recordingProblems,
      },
      onRequest: async (request) => refuseRecordingByHeaders(request, limits.maxUploadBytes),
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const credential = credentialOf(request, needs.signInCookie)!;
      const { session } = request.params;
      const startedAt = saidStart(request.query.startedAt);
      await sessions.session({ principal, session });

      letBodyCome(request, reply);
      const blob = await receiveRecording(request, needs);
      await auth.authenticate(credential);
      const name = safeFileName(request.query.name);
      const kept = await sessions.addCompanion({ principal, session, blob, name, startedAt });
      return reply
        .code(kept.duplicate ? 200 : 201)
        .send(mayRead(request) ? kept : { ...kept, session: unread(kept.session) });
    },
  );

  app.delete(
    '/sessions/:session/companions/:recording',
    {
      schema: {
        operationId: 'removeCompanion',
        summary: 'Takes heart rate or position off a session again, for good',
        tags,
        params: closed({ ...SessionParams.properties, recording: Id }),
        response: { 200: Session },
      },
      config: { ...writing, asks: [removeCompanion] },
    },
    (request) => sessions.removeCompanion({ principal: principalOf(request), ...request.params }),
  );
}
