import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from './app.ts';
import { fileBytes } from './file-bytes.ts';
import type { ProblemCode } from './problems.ts';
import { emptyRecording, recordingTooLarge } from './receive-recording.ts';
import { Refusal } from './refusal.ts';

/** Makes a scope in which no body is read before the handler asks for it, whatever its content type. */
export function leaveBodies(scope: App): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _body, done) => done(null));
}

/** What every route that takes in a recording has in its schema. */
export const recordingUpload = {
  headers: Type.Object({
    'content-sha256': Type.Optional(
      Type.String({
        pattern: '^[0-9a-fA-F]{64}$',
        description: 'SHA-256 of the body in hex; checked when given',
      }),
    ),
  }),
  body: { content: { 'application/octet-stream': { schema: fileBytes } } },
} as const;

export const recordingProblems = [
  'recording-empty',
  'recording-too-large',
  'upload-too-slow',
  'upload-cut-off',
  'checksum-mismatch',
  'content-encoding-not-supported',
] as const satisfies readonly ProblemCode[];

export function refuseRecordingByHeaders(request: FastifyRequest, maxBytes: number): void {
  refuseEncodedBody(request);
  const { 'content-length': length } = request.headers;
  if (Number(length ?? 0) > maxBytes) throw recordingTooLarge(maxBytes);
  if (length === '0') throw emptyRecording();
}

export function refuseEncodedBody({ headers }: FastifyRequest): void {
  // Whatever it says, well-formed or not, changes nothing.
  delete headers['content-type'];
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return;
  throw new Refusal('content-encoding-not-supported', 'Send the file as it is, without Content-Encoding.');
}
