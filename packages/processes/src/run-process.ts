import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { AnyHostedModule } from '../hosted-module.ts';
import { createCallServer } from './call-server.ts';
import type { ChildOrder, FromChild, ToChild } from './messages.ts';
import { runWorker } from './run-worker.ts';
import { WorkerPool } from './worker-pool.ts';

/**
 * What a program calls when its host starts it as a child, and again in each worker thread of that child. The host says
 * which of `modules` to create. Resolves when the work is ended; a child whose host is gone ends at once.
 */
export async function runProcess({
  modules,
}: {
  readonly modules: readonly AnyHostedModule[];
}): Promise<void> {
  if (!isMainThread) return runWorker(modules, workerData, parentPort!);
  if (process.send === undefined) throw new Error('only a host can start this: it says what is to be run');
  // These go to the whole group of processes. The host ends what it has begun, and then its children.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

  const ordered = Promise.withResolvers<ChildOrder>();
  const stopped = Promise.withResolvers<void>();
  const tell = (message: FromChild) => process.send?.(message, undefined, undefined, () => {});
  process.on('message', (message: ToChild) => {
    if (message.kind === 'order') ordered.resolve(message.order);
    else if (message.kind === 'beat') tell({ kind: 'beat' });
    else stopped.resolve();
  });
  const order = await ordered.promise;
  process.on('disconnect', async () => {
    await rm(dirname(order.socketPath), { recursive: true, force: true }).catch(() => {});
    process.exit();
  });

  const pool = new WorkerPool(order, (problem) => {
    console.error(problem);
    process.exit(1);
  });
  await pool.start();
  const server = createCallServer((call) => pool.perform(call));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(order.socketPath, resolve);
  });
  tell({ kind: 'ready' });

  await stopped.promise;
  server.close();
  await pool.stop();
  server.closeAllConnections();
  process.removeAllListeners('disconnect');
  process.disconnect?.();
}
