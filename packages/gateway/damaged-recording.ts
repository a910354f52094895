import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';

export const recordingDamaged = () =>
  new Refusal(
    'recording-damaged',
    'The bytes of this recording are not on the server any more as they were handed in. Ask whoever runs the server: ' +
      '`piaffe doctor` shows what is damaged, and a backup, or the file handed in again, mends it.',
  );

/** The same bytes; when they turn out not to be those with this SHA-256 it tells, and rejects instead of the last of them. */
export async function* unlessDamaged(
  chunks: AsyncIterable<Uint8Array>,
  sha256: string,
  tell: () => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let last: Uint8Array | null = null;
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (last !== null) yield last;
    last = chunk;
  }
  if (hash.digest('hex') !== sha256) {
    tell();
    throw recordingDamaged();
  }
  if (last !== null) yield last;
}
