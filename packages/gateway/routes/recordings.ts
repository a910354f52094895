import { closed } from '@piaffe/kernel';
import { RawRecording, RideContext, sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { Type } from 'typebox';
import { uploading } from '../access.ts';
import type { App } from '../app.ts';
import { credentialOf } from '../credential.ts';
import { saying, watchAnalysis } from '../degraded.ts';
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

const { keep } = sessionsContract.operations;
const { horse: horseOperation, rider: riderOperation } = stableContract.operations;
const { type, surface, rider, mount } = RideContext.properties;

const querystring = closed({
  horse: keep.input.properties.horse,
  name: Type.Optional(Type.String({ maxLength: 1000, description: 'What the file is called' })),
  startedAt: optionalOf(RawRecording.properties.startedAt),
  type: optionalOf(type),
  surface: optionalOf(surface),
  rider: optionalOf(rider),
  mount: optionalOf(mount),
});

/** In a scope where no body is read before the handler asks for it. */
export function recordingRoutes(app: App, needs: RouteNeeds): void {
  const { auth, sessions, stable, limits } = needs;
  const whatAnalysisLacks = watchAnalysis(needs);
  app.post(
    '/recordings',
    {
      schema: {
        operationId: 'uploadRecording',
        summary: 'Hands in a recording; once it answers, the recording is safe',
        description:
          'The body is the file as it is, of any content type. The same bytes again answer 200 with the session that has them.',
        tags: ['recordings'],
        querystring,
        ...recordingUpload,
        response: { 200: Kept, 201: Kept },
      },
      config: {
        ...uploading,
        load: 'upload',
        asks: [keep, horseOperation, riderOperation],
        problems: recordingProblems,
      },
      onRequest: async (request) => refuseRecordingByHeaders(request, limits.maxUploadBytes),
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const credential = credentialOf(request, needs.signInCookie)!;
      const { horse, name, startedAt: said, ...context } = request.query;
      const startedAt = saidStart(said);
      await stable.horse({ principal, horse });
      if (context.rider !== undefined) await stable.rider({ principal, rider: context.rider });

      letBodyCome(request, reply);
      const blob = await receiveRecording(request, needs);
      // The bytes may have taken hours: whoever has been shut out meanwhile stays out.
      await auth.authenticate(credential);
      const kept = await sessions.keep({
        principal,
        horse,
        blob,
        name: safeFileName(name),
        startedAt,
        context: { type: null, surface: null, rider: null, mount: null, ...context },
      });
      return reply
        .code(kept.duplicate ? 200 : 201)
        .header('location', `${needs.config.basePath}/api/v1/sessions/${kept.session.id}`)
        .send({
          ...kept,
          session: mayRead(request) ? kept.session : unread(kept.session),
          ...saying(await whatAnalysisLacks([kept.session])),
        });
    },
  );
}
