import { setImmediate } from 'node:timers/promises';
import type { Call } from '@piaffe/kernel';

/** Awaited between pieces of work: now and then it lets everything else on this thread have its turn. */
export type Rest = () => Promise<void>;

const workMilliseconds = 50;

/** A rest that rejects with the reason of the call's signal once that is aborted. */
export function restsOf({ signal }: Call): Rest {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < workMilliseconds) return;
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  };
}
