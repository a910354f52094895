import { setTimeout } from 'node:timers/promises';
import { Unavailable } from '@piaffe/kernel';
import type { Logger } from 'pino';

const pauseSeconds = 5;

/** Does it again until whatever it needs is there: a part that is down, a disk that is full. Rejects when it is aborted. */
export async function patiently<T>(
  step: () => Promise<T>,
  { log, signal }: { readonly log: Logger; readonly signal: AbortSignal },
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      log.info({ need: error.need, cause: error.cause }, 'the demo stable waits');
      await setTimeout(1000 * (error.retryAfter ?? pauseSeconds), undefined, { signal });
    }
  }
}
