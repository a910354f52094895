import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Disk } from '../disk/disk.ts';
import type { Blob } from '../store.ts';
import { TooLarge } from './blob-errors.ts';
import { untilAborted } from './until-aborted.ts';

interface Conditions {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly disk: Disk;
}

/**
 * Writes what it reads to a new file, which is on the disk when this resolves, and hashes it on the way. The next chunk is
 * asked for once the last one is written.
 */
export async function receive(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  { maxBytes, signal, disk }: Conditions,
): Promise<Blob> {
  const hash = createHash('sha256');
  let bytes = 0;
  signal.throwIfAborted();
  const file = await disk.write(() => open(path, 'wx', 0o600));
  try {
    for await (const chunk of untilAborted(chunks, signal)) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new TooLarge(maxBytes);
      hash.update(chunk);
      await disk.write(() => writeAll(file, chunk));
    }
    await disk.write(() => file.sync());
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The system may take less than it is given. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) {
    at += (await file.write(chunk, at, chunk.byteLength - at)).bytesWritten;
  }
}
