import { closed } from '@piaffe/kernel';
import { RawRecording, RideContext, Session, sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import type { FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { uploading } from '../access.ts';
import type { App } from '../app.ts';
import { credentialOf } from '../credential.ts';
import { fileBytes } from '../file-bytes.ts';
import { safeFileName } from '../file-name.ts';
import { mayRead } from '../guard-reading.ts';
import { principalOf } from '../principal.ts';
import { emptyRecording, receiveRecording, recordingTooLarge } from '../receive-recording.ts';
import { Refusal } from '../refusal.ts';
import { letBodyCome } from '../request-body.ts';
import type { RouteNeeds } from '../route-needs.ts';

const { keep } = sessionsContract.operations;
const { horse: horseOperation, rider: riderOperation } = stableContract.operations;
const { type, surface, rider, mount } = RideContext.properties;

/** A query has no null: what is left out is null. */
const optional = <Schema extends TSchema>({ anyOf: [schema] }: { anyOf: [Schema, TSchema] }) =>
  Type.Optional(schema);

const querystring = closed({
  horse: keep.input.properties.horse,
  name: Type.Optional(Type.String({ maxLength: 1000, description: 'What the file is called' })),
  startedAt: optional(RawRecording.properties.startedAt),
  type: optional(type),
  surface: optional(surface),
  rider: optional(rider),
  mount: optional(mount),
});

const { id, state, reason, progress } = Session.properties;
const Unread = closed(
  { id, state, reason, progress },
  {
    description: 'For a token without the scope `read`: how its analysis goes, and nothing that people said',
  },
);
const Kept = closed({ ...keep.output.properties, session: Type.Union([Session, Unread]) });

/** The upload has a scope of its own: here, and only here, no body is read before the handler asks for it. */
export function recordingRoutes(app: App, needs: RouteNeeds): void {
  const { auth, sessions, stable, limits } = needs;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, done) => done(null));

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
        headers: Type.Object({
          'content-sha256': Type.Optional(
            Type.String({
              pattern: '^[0-9a-fA-F]{64}$',
              description: 'SHA-256 of the body in hex; checked when given',
            }),
          ),
        }),
        body: { content: { 'application/octet-stream': { schema: fileBytes } } },
        response: { 200: Kept, 201: Kept },
      },
      config: {
        ...uploading,
        load: 'upload',
        asks: [keep, horseOperation, riderOperation],
        problems: [
          'recording-empty',
          'recording-too-large',
          'upload-too-slow',
          'upload-cut-off',
          'checksum-mismatch',
          'content-encoding-not-supported',
        ],
      },
      onRequest: async (request) => refuseByHeaders(request, limits.maxUploadBytes),
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const credential = credentialOf(request, needs.signInCookie)!;
      const { horse, name, startedAt: said, ...context } = request.query;
      const startedAt = said === undefined ? null : startIn(said);
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
        .send(mayRead(request) ? kept : { ...kept, session: unread(kept.session) });
    },
  );
}

const unread = ({ id, state, reason, progress }: Session) => ({ id, state, reason, progress });

function refuseByHeaders({ headers }: FastifyRequest, maxBytes: number): void {
  // Whatever it says, well-formed or not, changes nothing.
  delete headers['content-type'];
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refusal('content-encoding-not-supported', 'Send the file as it is, without Content-Encoding.');
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw recordingTooLarge(maxBytes);
  if (headers['content-length'] === '0') throw emptyRecording();
}

/** Looked at before the body comes, since it would come in vain. In a query, a plus sign that nobody encoded is a space. */
function startIn(said: string): string {
  const startedAt = said.replace(/ (?=\d\d:?\d\d$)/, '+');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(startedAt)) return startedAt;
  throw new Refusal(
    'started-at-not-valid',
    'The start is a time with its offset, such as 2026-05-01T18:30:00+02:00. Leave it out if it is not known.',
  );
}
