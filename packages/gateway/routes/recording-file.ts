import { Readable } from 'node:stream';
import { closed, Id } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { rangeAsked } from '../byte-range.ts';
import { recordingDamaged, unlessDamaged } from '../damaged-recording.ts';
import { answerUnlessKnown, unchanged } from '../entity-tag.ts';
import { fileBytes } from '../file-bytes.ts';
import { attachmentNamed } from '../file-name.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { SessionParams as params } from './sessions.ts';

const { recording: recordingOperation } = sessionsContract.operations;
const content = { 'application/octet-stream': { schema: fileBytes } };

export function recordingFileRoutes(app: App, { sessions, blobs, log }: RouteNeeds): void {
  app.get(
    '/sessions/:session/recording',
    {
      exposeHeadRoute: true,
      schema: {
        operationId: 'downloadRecording',
        summary: 'A raw recording, byte for byte as it was handed in',
        description: 'Answers one `Range` with 206. The entity tag is the SHA-256.',
        tags: ['sessions'],
        params,
        querystring: closed({
          recording: Type.Optional(
            Type.Unsafe<string>({ ...Id, description: 'Which one; the first when none is named' }),
          ),
        }),
        response: {
          200: { description: 'The whole file', content },
          206: { description: 'The part that was asked for', content },
          304: unchanged,
        },
      },
      config: {
        ...reading,
        asks: [recordingOperation],
        problems: ['range-not-satisfiable', 'recording-damaged'],
      },
    },
    async (request, reply) => {
      const { recording = null } = request.query;
      const file = await sessions.recording({
        principal: principalOf(request),
        ...request.params,
        recording,
      });
      const { sha256 } = file;
      const tell = (what: string) => log.error({ sha256, requestId: request.id }, what);
      const size = await blobs.size(sha256);
      if (size !== file.bytes) {
        tell(size === null ? 'a recording is missing' : `a recording has ${size} bytes, not ${file.bytes}`);
        throw recordingDamaged();
      }
      reply.headers({
        'accept-ranges': 'bytes',
        'content-disposition': attachmentNamed(file.name),
        'content-type': 'application/octet-stream',
      });
      if (answerUnlessKnown(request, reply, sha256)) return reply;
      const sameFile = (request.headers['if-range'] ?? `"${sha256}"`) === `"${sha256}"`;
      const range = sameFile ? rangeAsked(request.headers.range, file.bytes) : null;
      const { from, to } = range ?? { from: 0, to: file.bytes };
      reply.header('content-length', to - from);
      if (range !== null) {
        reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${file.bytes}`);
      }
      if (request.method === 'HEAD') return reply.send(Readable.from([]));
      const bytes = blobs.open(sha256, { from, to });
      // A part has no checksum of its own to be told by.
      if (range !== null) return reply.send(Readable.from(bytes));
      return reply.send(Readable.from(unlessDamaged(bytes, sha256, () => tell('a recording is damaged'))));
    },
  );
}
