/** How far a call is: `share` from 0 to 1 of the whole, `step` the words for what is being done now. */
export interface Progress {
  readonly share: number;
  readonly step: string;
}

/**
 * What travels beside the input of every call. Aborting `signal` rejects the call with the signal's reason; once
 * `deadline` has passed it rejects with `Unavailable` `slow`.
 */
export interface Call {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** When nobody waits for the answer any more. Without one the caller waits as long as it takes. */
  readonly deadline?: Date | undefined;
}

/** What is left until then, as timers take it: never negative, and 24 days at most. */
export function millisecondsUntil(deadline: Date): number {
  return Math.min(2 ** 31 - 1, Math.max(0, deadline.getTime() - Date.now()));
}
