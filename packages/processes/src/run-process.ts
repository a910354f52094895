import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ChildThreads } from './child-threads.ts';
import { limitData } from './limit-data.ts';
import type { ChildOrder, FromChild, ToChild } from './messages.ts';
import { type Hosted, runThread } from './run-thread.ts';

/**
 * What a program calls when its host starts it as a child, and again in each thread of that child. The host says which of
 * `modules` to create. Resolves when the work is ended; a child whose host is gone ends at once.
 */
export async function runProcess(hosted: Hosted): Promise<void> {
  if (!isMainThread) return runThread(hosted, workerData, parentPort!);
  if (process.send === undefined) throw new Error('only a host can start this: it says what is to be run');
  // These go to the whole group of processes. The host ends what it has begun, and then its children.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

  const ordered = Promise.withResolvers<ChildOrder>();
  const stopped = Promise.withResolvers<void>();
  let threads: ChildThreads | undefined;
  const tell = (message: FromChild, then = () => {}) => process.send?.(message, undefined, undefined, then);
  process.on('message', (message: ToChild) => {
    if (message.kind === 'order') ordered.resolve(message.order);
    else if (message.kind === 'beat') tell({ kind: 'beat' });
    else if (message.kind === 'end') threads?.end(message.thread);
    else stopped.resolve();
  });
  const order = await ordered.promise;
  process.on('disconnect', async () => {
    await rm(dirname(order.socketPath), { recursive: true, force: true }).catch(() => {});
    process.exit();
  });
  await limitData(order.dataLimitMb).catch((error) =>
    console.error(`its memory limit of ${order.dataLimitMb} MB could not be set: ${error.message}`),
  );
  threads = new ChildThreads(order, tell);

  await stopped.promise;
  await threads.stop();
  process.removeAllListeners('disconnect');
  process.disconnect?.();
}
