/** How far a call is: `share` from 0 to 1 of the whole, `step` the words for what is being done now. */
export interface Progress {
  readonly share: number;
  readonly step: string;
}

/** What travels beside the input of every call. Aborting `signal` rejects the call with the signal's reason. */
export interface Call {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}
