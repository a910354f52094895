/** What one request may be and take, and all of them together. */
export interface Limits {
  readonly maxRecordingBytes: number;
  readonly maxTableBytes: number;
  /** Requests that are at work at once, however they are made; each further one is told to come later. */
  readonly inFlight: number;
  /** A body that brings less than this in every stretch is ended. */
  readonly minimumThroughput: { readonly bytesPerSecond: number; readonly seconds: number };
  /** How long a body may take, in s. */
  readonly longestBody: number;
}

export const defaultLimits: Limits = {
  maxRecordingBytes: 1024 ** 3,
  maxTableBytes: 64 * 1024 ** 2,
  inFlight: 64,
  minimumThroughput: { bytesPerSecond: 1000, seconds: 20 },
  longestBody: 6 * 3600,
};
