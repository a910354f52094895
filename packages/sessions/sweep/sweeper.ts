import type { Shared } from '../shared.ts';
import { forgetUnneeded } from './forget-unneeded.ts';
import { purge } from './purge.ts';
import { removeDoomedBlobs } from './remove-doomed-blobs.ts';
import { removeOrphans } from './remove-orphans.ts';

const firstAfterSeconds = 60;
const everySeconds = 3600;

/** What is to go, goes for good: rows first, then what only they referred to. */
export async function sweep(
  shared: Pick<Shared, 'database' | 'blobs' | 'now' | 'referring' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const sessions = await purge(shared);
  await forgetUnneeded(shared);
  const doomed = await removeDoomedBlobs(shared);
  const blobs = doomed + (await removeOrphans(shared, signal));
  if (sessions > 0 || blobs > 0) shared.log.info({ sessions, blobs }, 'swept');
}

/** Sweeps every hour until it is disposed of. */
export function startSweeper(shared: Shared): AsyncDisposable {
  const stopping = new AbortController();
  let sweeping: Promise<void> = Promise.resolve();
  let timer = setTimeout(turn, firstAfterSeconds * 1000);
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      clearTimeout(timer);
      await sweeping;
    },
  };

  function turn(): void {
    sweeping = sweep(shared, stopping.signal)
      .catch((error) => shared.log.error({ err: error }, 'sweeping did not come to its end'))
      .finally(() => {
        if (!stopping.signal.aborted) timer = setTimeout(turn, everySeconds * 1000);
      });
  }
}
