import type { PerformedCall } from '@piaffe/kernel/shape';
import type { EndLine } from '@piaffe/wire';

export type LostFor = 'crashed' | 'exhausted' | 'down';

/** A thread that works on one call at a time, as its host sees it. */
export interface Worker {
  /** Resolves with null when it goes away before it has answered. */
  ask(path: string, input: unknown, call: PerformedCall): Promise<EndLine | null>;
  /** Resolves once nothing of what it was asked goes on any longer. A caller may have left sooner. */
  idle(): Promise<void>;
  /** Has it ended: it is of no more use. */
  end(because: string): void;
  /** Resolves when it is no more. */
  readonly lost: Promise<LostFor>;
}
