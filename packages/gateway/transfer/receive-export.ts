import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Unavailable } from '@piaffe/kernel';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { watchThroughput } from '../throughput.ts';
import { type Archive, openArchive } from './archive.ts';

/**
 * Writes the body into a file of its own as it comes, and looks through it. The file is gone once the answer is over,
 * whatever comes of it.
 */
export async function receiveExport(
  request: FastifyRequest,
  needs: RouteNeeds,
  answer: ServerResponse,
): Promise<Archive> {
  const folder = await needs.dataFolder.scratch();
  const over = new DisposableStack();
  over.defer(() => void rm(folder, { recursive: true, force: true }));
  const clean = () => over.dispose();
  if (answer.closed) clean();
  else answer.once('close', clean);
  const path = join(folder, 'export.zip');
  await receive(request, path, needs.limits);
  const archive = await openArchive(path);
  if (over.disposed) archive.close();
  else over.defer(() => archive.close());
  return archive;
}

async function receive(request: FastifyRequest, path: string, limits: RouteNeeds['limits']): Promise<void> {
  const { maxImportBytes, minimumThroughput, seconds } = limits;
  const tooSlow = new Refusal(
    'upload-too-slow',
    `Fewer than ${minimumThroughput.bytesPerSecond} bytes a second came over ${minimumThroughput.seconds} s. ` +
      'Try again where the connection is better.',
  );
  using watch = watchThroughput(minimumThroughput, seconds.upload, tooSlow);
  // The stream must outlive a refusal, or there would be no connection to answer on.
  const body = request.raw.iterator({ destroyOnReturn: false });
  try {
    const chunks = Readable.from(noMoreThan(maxImportBytes, watch.counted(body)), { objectMode: false });
    await pipeline(chunks, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal: watch.signal });
  } catch (error) {
    if (watch.signal.aborted) throw watch.signal.reason;
    throw refusalFor(error, request);
  }
}

async function* noMoreThan(maxBytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new Refusal('recording-too-large', `An export may have at most ${maxBytes} bytes here.`);
    }
    yield chunk;
  }
}

function refusalFor(error: unknown, { raw }: FastifyRequest): unknown {
  if (error instanceof Refusal) return error;
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
    return new Unavailable(
      'storage',
      'full',
      'There is no room for the export. Make some, and send it again.',
      {
        retryAfter: 60,
      },
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
