import { untilAborted } from './until-aborted.ts';

/** So much has to come, in every stretch of so long. */
export interface MinimumThroughput {
  readonly bytesPerSecond: number;
  readonly seconds: number;
}

export interface ThroughputWatch extends Disposable {
  /** The same chunks, counted, until too little came: then it throws the reason. */
  counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
}

const ticksPerStretch = 20;

/**
 * Watches that a sender brings a minimum in every stretch of time in which we waited for it; the time that our own disk
 * takes does not count. Nor may the whole take longer than `longestSeconds`. To be disposed of whatever happens: a sender
 * that gives nothing never ends either.
 */
export function watchThroughput(
  { bytesPerSecond, seconds }: MinimumThroughput,
  longestSeconds: number,
  reason: Error,
): ThroughputWatch {
  const tooSlow = new AbortController();
  let bytes = 0;
  let ticksWaited = 0;
  let waiting = true;
  const tick = () => {
    if (!waiting || ++ticksWaited < ticksPerStretch) return;
    if (bytes < bytesPerSecond * seconds) tooSlow.abort(reason);
    bytes = 0;
    ticksWaited = 0;
  };
  const timer = setInterval(tick, (seconds * 1000) / ticksPerStretch);
  const longest = setTimeout(() => tooSlow.abort(reason), longestSeconds * 1000);
  return {
    async *counted(chunks) {
      for await (const chunk of untilAborted(chunks, tooSlow.signal)) {
        bytes += chunk.byteLength;
        waiting = false;
        yield chunk;
        waiting = true;
      }
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      clearTimeout(longest);
    },
  };
}
