import type { FastifyReply, FastifyRequest } from 'fastify';
import { FileTooLarge, type Held, type Scratch } from '../scratch/scratch.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './problems.ts';
import { letBodyCome } from './request-body.ts';
import { watchThroughput } from './throughput.ts';

interface Expected {
  readonly limits: Limits;
  readonly keep?: boolean;
  check?(sha256: string): void;
}

/** Takes the body of a request into the scratch folder as it comes. Rejects with a `Refusal` where it does not come well. */
export async function receiveBody(
  request: FastifyRequest,
  reply: FastifyReply,
  scratch: Scratch,
  { limits, ...reception }: Expected,
): Promise<Held> {
  refuseByHeaders(request, limits.maxRecordingBytes);
  letBodyCome(request, reply);
  using watch = watchBody(limits);
  try {
    return await scratch.receive(watch.counted(notEmpty(bodyOf(request))), {
      maxBytes: limits.maxRecordingBytes,
      ...reception,
    });
  } catch (error) {
    throw ofBody(error, request);
  }
}

/** The whole body of a request, in memory. */
export async function wholeBody(
  request: FastifyRequest,
  reply: FastifyReply,
  limits: Limits,
): Promise<Uint8Array> {
  refuseByHeaders(request, limits.maxTableBytes);
  letBodyCome(request, reply);
  using watch = watchBody(limits);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of watch.counted(bodyOf(request))) {
      bytes += chunk.byteLength;
      if (bytes > limits.maxTableBytes) throw new FileTooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw ofBody(error, request);
  }
}

/** What is left of the connection must carry a refusal, so that it outlives the reading. */
export const bodyOf = ({ raw }: FastifyRequest): AsyncIterable<Uint8Array> =>
  raw.iterator({ destroyOnReturn: false });

export function refuseByHeaders({ headers }: FastifyRequest, maxBytes: number): void {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Refusal('content-encoding-not-supported', 'Send the file as it is, without Content-Encoding.');
  if (Number(headers['content-length'] ?? 0) > maxBytes)
    throw new Refusal('body-too-large', `It may have at most ${maxBytes} bytes. Send less at once.`);
}

export function watchBody({ minimumThroughput, longestBody }: Limits) {
  const { bytesPerSecond, seconds } = minimumThroughput;
  const detail = `Fewer than ${bytesPerSecond} bytes a second came over ${seconds} s, or all of it took longer than ${longestBody} s.`;
  return watchThroughput(minimumThroughput, longestBody, new Refusal('upload-too-slow', detail));
}

export function ofBody(error: unknown, { raw }: FastifyRequest): unknown {
  if (error instanceof Refusal || !raw.destroyed || raw.complete) return error;
  return new Refusal('upload-cut-off', 'The connection ended before all of it had come. Send it again.');
}

async function* notEmpty(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEmpty = true;
  for await (const chunk of chunks) {
    isEmpty = false;
    yield chunk;
  }
  if (isEmpty) throw new Refusal('recording-empty', 'The body has no bytes: send the file as the body.');
}
