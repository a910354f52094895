import type { Limits } from './limits.ts';

/**
 * The same chunks. Calls `tooSlow` once fewer bytes than the minimum came in a stretch of time in which we waited for the
 * sender; the time that our own disk takes does not count against anybody.
 */
export async function* watchThroughput(
  chunks: AsyncIterable<Uint8Array>,
  { bytesPerSecond, seconds }: Limits['minimumThroughput'],
  tooSlow: () => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let ticksWaited = 0;
  let waiting = true;
  const watch = setInterval(
    () => {
      if (!waiting || ++ticksWaited < ticksPerStretch) return;
      if (bytes < bytesPerSecond * seconds) tooSlow();
      bytes = 0;
      ticksWaited = 0;
    },
    (seconds * 1000) / ticksPerStretch,
  );
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      waiting = false;
      yield chunk;
      waiting = true;
    }
  } finally {
    clearInterval(watch);
  }
}

const ticksPerStretch = 20;
