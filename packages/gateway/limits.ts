/**
 * What a request weighs: each kind is limited for itself, so that none can starve the others. `trend` is computed when it is
 * asked for; `answer` is a file, or another large answer, on its way out.
 */
export type Load =
  | 'read'
  | 'write'
  | 'trend'
  | 'upload'
  | 'export'
  | 'import'
  | 'sign-in'
  | 'event'
  | 'health'
  | 'answer';

/** Whether its body is taken in as it comes, by whoever asked for it, and may take its time. */
export const takesFile = (load: Load | undefined): boolean => load === 'upload' || load === 'import';

/** Whether nobody can say how long it will take: each call made for it has an end then, and it has none itself. */
export const isLasting = ({ load, lasting = false }: { readonly load?: Load; readonly lasting?: boolean }) =>
  lasting || takesFile(load) || load === 'export' || load === 'event';

export interface Limits {
  readonly maxUploadBytes: number;
  readonly maxImportBytes: number;
  readonly maxJsonBytes: number;
  /** Requests of each kind that may be at work at once. */
  readonly inFlight: Readonly<Record<Load, number>>;
  /** How many of these may be one account's or, of whoever has not signed in, one address's. */
  readonly inFlightEach: Readonly<Partial<Record<Load, number>>>;
  /** Bodies, but for uploads, that have not come whole: of everybody, and of one account or address. */
  readonly arrivingBodies: { readonly all: number; readonly each: number };
  readonly eventStreamsPerAccount: number;
  /** `address` counts whoever has not signed in. */
  readonly requestsPerMinute: { readonly address: number; readonly account: number };
  /** An upload or a large answer that moves fewer than `bytesPerSecond` over `seconds` is ended. */
  readonly minimumThroughput: { readonly bytesPerSecond: number; readonly seconds: number };
  /** How long each may take. */
  readonly seconds: {
    readonly headers: number;
    /** Of a request other than an upload. */
    readonly body: number;
    /** Until it is answered, once its body is there; of what lasts, each call made for it. */
    readonly answer: number;
    /** Of an upload: the more bytes it announces, the faster they have to come. */
    readonly upload: number;
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
  maxImportBytes: 256 * 1024 ** 3,
  maxJsonBytes: 64 * 1024,
  inFlight: {
    read: 128,
    write: 64,
    trend: 16,
    upload: 32,
    export: 4,
    import: 2,
    'sign-in': 32,
    event: 256,
    health: 32,
    answer: 256,
  },
  inFlightEach: { read: 32, write: 16, trend: 4, upload: 4, export: 1, import: 1, 'sign-in': 8, answer: 32 },
  arrivingBodies: { all: 512, each: 32 },
  eventStreamsPerAccount: 16,
  requestsPerMinute: { address: 1200, account: 60_000 },
  minimumThroughput: { bytesPerSecond: 1000, seconds: 20 },
  // `answer`: longer than anybody waits before a page, and fifty times what the slowest page takes, a trend of a thousand rides.
  seconds: { headers: 5, body: 10, answer: 10, upload: 6 * 3600, idle: 15, stalled: 60 },
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
