import { RecordingRejected } from './rejection.ts';

/**
 * All bytes of a stream at once, for formats that cannot be read from the front.
 * @throws RecordingRejected `too-large`
 */
export async function readWhole(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) {
      throw new RecordingRejected(
        'too-large',
        `The file is larger than ${Math.round(most / 1e6)} MB, which is more than a recording of this kind needs; split it into rides.`,
      );
    }
    chunks.push(chunk.slice());
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
}
