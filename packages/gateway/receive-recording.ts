import { type Blob, ChecksumMismatch, TooLarge } from '@piaffe/storage';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
import type { RouteNeeds } from './route-needs.ts';
import { watchThroughput } from './throughput.ts';

/** Writes the body into a blob as it comes. When it resolves the bytes are durable; when it rejects nothing is kept. */
export async function receiveRecording(
  request: FastifyRequest,
  { blobs, limits }: Pick<RouteNeeds, 'blobs' | 'limits'>,
): Promise<Blob> {
  const announced = request.headers['content-sha256'] as string | undefined;
  // The stream must outlive a refusal, or there would be no connection to answer on.
  const body = request.raw.iterator({ destroyOnReturn: false });
  using watch = watchThroughput(...expectationsOf(request, limits));
  try {
    return await blobs.put(watch.counted(notEmpty(body)), {
      ...(announced === undefined ? {} : { sha256: announced.toLowerCase() }),
      maxBytes: limits.maxUploadBytes,
      signal: watch.signal,
    });
  } catch (error) {
    throw refusalFor(error, request);
  }
}

export const emptyRecording = () =>
  new Refusal('recording-empty', 'The file has no bytes. Choose the file again, or record again.');

export const recordingTooLarge = (maxBytes: number) =>
  new Refusal('recording-too-large', `A recording may have at most ${maxBytes} bytes. Split the file.`);

/** What is to come in each stretch of time, for how long, and what is said when it does not. */
function expectationsOf({ headers }: FastifyRequest, { minimumThroughput, seconds }: RouteNeeds['limits']) {
  const inTime = Number(headers['content-length'] ?? 0) / seconds.upload;
  const bytesPerSecond = Math.ceil(Math.max(minimumThroughput.bytesPerSecond, inTime));
  const reason = new Refusal(
    'upload-too-slow',
    `Fewer than ${bytesPerSecond} bytes a second came over ${minimumThroughput.seconds} s, ` +
      `or the file took longer than ${seconds.upload} s. Try again where the connection is better.`,
  );
  return [{ ...minimumThroughput, bytesPerSecond }, seconds.upload, reason] as const;
}

async function* notEmpty(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEmpty = true;
  for await (const chunk of chunks) {
    isEmpty = false;
    yield chunk;
  }
  if (isEmpty) throw emptyRecording();
}

function refusalFor(error: unknown, { raw }: FastifyRequest): unknown {
  if (error instanceof TooLarge) return recordingTooLarge(error.maxBytes);
  if (error instanceof ChecksumMismatch) {
    return new Refusal(
      'checksum-mismatch',
      `The bytes that came have the SHA-256 ${error.received}, but ${error.announced} was announced. Send the file again.`,
    );
  }
  if (raw.destroyed && !raw.complete) {
    return new Refusal(
      'upload-cut-off',
      'The connection ended before the whole file had come. Send it again.',
    );
  }
  return error;
}
