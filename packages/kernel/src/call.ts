/** How far a call is: `share` from 0 to 1 of the whole, `step` the words for what is being done now. */
export interface Progress {
  readonly share: number;
  readonly step: string;
}

/**
 * What a caller may say beside the input, and what an implementation gets. Aborting `signal` rejects the call with the
 * signal's reason; once `deadline` has passed it rejects with `Unavailable` `slow`.
 */
export interface Call {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** When nobody waits for the answer any more. Without one, that of the call this one is part of; else no end. */
  readonly deadline?: Date | undefined;
}

/** A call on its way through a shape. `waitsFor` says what it waits for until somebody works on it. */
export interface PerformedCall extends Call {
  waitsFor: 'down' | 'overloaded' | null;
}

/** What is left until then, as timers take it: never negative, and 24 days at most. */
export function millisecondsUntil(deadline: Date): number {
  return Math.min(2 ** 31 - 1, Math.max(0, deadline.getTime() - Date.now()));
}
