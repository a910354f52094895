import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StorageProblem } from '../storage-problem.ts';
import { layout } from './layout.ts';
import { inUse, isTaken, type Lock, processesOf, take } from './lock.ts';
import { partsOf } from './parts.ts';

/** Longer than a server waits for its predecessor to end: what it does meanwhile keeps us out. */
const handOverMilliseconds = 1000;
const openingSeconds = 60;
const pauseMilliseconds = 20;

/**
 * Takes one part of a folder for this process, beside those that have the other parts. All of them hold the lock of the
 * folder together, so that no server gets it for itself; each holds that of its part alone. One at a time comes in, and
 * whoever does finds out whether it is alone: only then may it look at the whole and change the tables. Throws `in-use`.
 */
export async function joinFolder(folder: string, part: string): Promise<Lock> {
  using resources = new DisposableStack();
  const lockOfFolder = layout(folder).lock;
  const { lock } = layout(folder, part);
  // Reading holds a lock that others can share.
  const shared = take(lockOfFolder, 'BEGIN; SELECT 1 FROM sqlite_schema', handOverMilliseconds);
  if (shared === null) throw inUse(folder);
  resources.defer(() => shared.close());
  const coming = await comeIn(folder);
  resources.defer(() => coming.isOpen && coming.close());
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
  const own = take(lock, 'BEGIN EXCLUSIVE', handOverMilliseconds);
  if (own === null) throw partInUse(folder, part);
  resources.defer(() => own.close());
  const alone = partsOf(folder).every((other) => other.lock === lock || !isTaken(other.lock));
  const held = resources.move();
  return { alone, opened: () => coming.close(), [Symbol.dispose]: () => held.dispose() };
}

/** The right to write, which one process can have beside others that read. */
async function comeIn(folder: string) {
  const until = performance.now() + openingSeconds * 1000;
  for (;;) {
    const coming = take(layout(folder).lock, 'BEGIN IMMEDIATE', 0);
    if (coming !== null) return coming;
    if (performance.now() > until) throw inUse(folder);
    await pause(pauseMilliseconds);
  }
}

function partInUse(folder: string, part: string): StorageProblem {
  const message =
    `The part ${part} of the folder ${folder} runs already (the folder is in use by Piaffe${processesOf(folder)}). ` +
    'Stop that one, or name another folder.';
  return new StorageProblem('in-use', message);
}
