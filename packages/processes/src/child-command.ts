import type { ProcessLimits } from '@piaffe/kernel/shape';

/** How the program is started as a child. `env` is all of its environment: nothing is handed down without being named. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What an idle Node has mapped to write to before any module asks for memory, most of it set aside and never used. */
const idleMb = { main: process.arch === 'x64' ? 640 : 256, worker: 128 };

/**
 * The command that starts a child which the system keeps from having more memory than it may. Heap limits do not hold
 * typed arrays; the limit of data (RLIMIT_DATA) holds everything, and only a shell can set it without native code.
 */
export function childCommand({ command, args, env }: Program, { memoryMb, workers }: ProcessLimits): Program {
  if (process.platform !== 'linux') return { command, args, env };
  const kilobytes = (memoryMb + idleMb.main + workers * idleMb.worker) * 1024;
  const script = 'ulimit -d "$1" || echo "its memory limit of $1 kB could not be set" >&2; shift; exec "$@"';
  return { command: '/bin/sh', args: ['-c', script, 'sh', `${kilobytes}`, command, ...args], env };
}

/** Heap for each worker, in MB: a quarter of the memory is left for what lies outside of heaps. */
export function workerHeapMb({ memoryMb, workers }: ProcessLimits): number {
  return Math.floor((memoryMb * 3) / 4 / workers);
}
