import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Blob } from '../store.ts';
import { TooLarge } from './blob-errors.ts';

/** Writes what it reads and hashes it on the way; the next chunk is asked for once the last one is written. */
export async function receive(
  chunks: AsyncIterable<Uint8Array>,
  file: FileHandle,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Blob> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of untilAborted(chunks, signal)) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLarge(maxBytes);
    hash.update(chunk);
    await writeAll(file, chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), bytes };
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) {
    at += (await file.write(chunk, at, chunk.byteLength - at)).bytesWritten;
  }
}

/** The same chunks; ends with the signal's reason even while the source gives nothing. */
async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  aborted.promise.catch(() => {});
  signal.addEventListener('abort', abort, { once: true });
  let ended = false;
  try {
    signal.throwIfAborted();
    for (;;) {
      const next = await Promise.race([source.next(), aborted.promise]);
      if (next.done) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    // A source that gives nothing does not end either: it is told, not waited for.
    if (!ended) source.return?.().catch(() => {});
  }
}
