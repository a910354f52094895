/** What a request weighs: each kind is limited for itself, so that none can starve the others. */
export type Load = 'read' | 'write' | 'upload' | 'sign-in' | 'event' | 'health';

export interface Limits {
  readonly maxUploadBytes: number;
  readonly maxJsonBytes: number;
  /** Requests of each kind that may be at work at once. */
  readonly inFlight: Readonly<Record<Load, number>>;
  readonly eventStreamsPerAccount: number;
  /** `address` counts whoever has not signed in. */
  readonly requestsPerMinute: { readonly address: number; readonly account: number };
  /** An upload that brings fewer than `bytesPerSecond` over `seconds` is ended. */
  readonly minimumThroughput: { readonly bytesPerSecond: number; readonly seconds: number };
  /** How long each may take. */
  readonly seconds: {
    readonly headers: number;
    /** Of a request other than an upload. */
    readonly body: number;
    /** Between requests on one connection. */
    readonly idle: number;
    /** Within a request: nothing moves in either direction. */
    readonly stalled: number;
  };
  readonly heartbeatSeconds: number;
}

export type LimitChanges = { readonly [Name in keyof Limits]?: Limits[Name] | Partial<Limits[Name]> };

const defaults: Limits = {
  maxUploadBytes: 1024 ** 3,
  maxJsonBytes: 64 * 1024,
  inFlight: { read: 128, write: 64, upload: 32, 'sign-in': 32, event: 256, health: 32 },
  eventStreamsPerAccount: 16,
  requestsPerMinute: { address: 1200, account: 60_000 },
  minimumThroughput: { bytesPerSecond: 1000, seconds: 20 },
  seconds: { headers: 5, body: 10, idle: 15, stalled: 60 },
  heartbeatSeconds: 15,
};

/** The limits in force: the defaults, and what is said otherwise. */
export function limitsWith(changes: LimitChanges = {}): Limits {
  const merged = Object.entries(defaults).map(([name, value]) => {
    const change = changes[name as keyof Limits] ?? value;
    return [name, typeof value === 'object' ? { ...value, ...(change as object) } : change];
  });
  return Object.fromEntries(merged) as Limits;
}
