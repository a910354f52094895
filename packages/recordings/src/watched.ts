import type { DecodeOptions } from './options.ts';
import { Turns } from './turns.ts';

/** Bytes that are handed over at a time: what is made of them takes a few ms. */
const PIECE_BYTES = 65_536;

/** The source's chunks, counted and cut into pieces, until the signal says to stop. */
export async function* watched(
  source: AsyncIterable<Uint8Array>,
  { signal, onProgress }: DecodeOptions,
): AsyncGenerator<Uint8Array> {
  const turns = new Turns(signal);
  let bytesRead = 0;
  for await (const chunk of source) {
    signal?.throwIfAborted();
    bytesRead += chunk.length;
    onProgress?.(bytesRead);
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      if (turns.isOver) await turns.next();
      yield chunk.subarray(at, at + PIECE_BYTES);
    }
  }
}
