import type { Workers } from './workers.ts';

/** Told of each line that is printed. */
export type Output = (stream: 'stdout' | 'stderr', line: string) => void;

/** What a supervisor keeps standing: a child process, or a thread of the host. */
export interface Standing {
  /** Null when it could not be started at all. */
  readonly pid: number | null;
  readonly workers: Workers;
  /** Resolves when its modules are created; stays pending when it ends before. */
  readonly ready: Promise<void>;
  /** How it ended, in words. */
  readonly ended: Promise<string>;
  /** Asks it to end its modules and itself. */
  stop(): void;
  kill(because: string): void;
}
