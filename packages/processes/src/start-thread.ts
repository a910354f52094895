import { getAsset, isSea } from 'node:sea';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What an executable begins with. It lies in it, where a thread cannot read it by itself. */
const embeddedMain = 'main.cjs';

/** What this process was started with: its file first, where it is no executable by itself. */
export const ownArgs = (): readonly string[] => process.argv.slice(isSea() ? 2 : 1);

/** A thread of the same program, given the same words as a process of it would be. */
export function startThread(args: readonly string[], options: Omit<WorkerOptions, 'argv' | 'eval'>): Worker {
  if (!isSea()) return new Worker(args[0]!, { ...options, argv: args.slice(1) });
  return new Worker(getAsset(embeddedMain, 'utf8'), { ...options, argv: [...args], eval: true });
}
