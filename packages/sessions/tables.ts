/**
 * Instants are ISO 8601 in UTC with milliseconds, so that their order is the order of their text. `algorithm` is a name and
 * a version as one text; see work/algorithm.ts. `key` names what has to be computed; see work/key.ts.
 */
export interface SessionTables {
  readonly session_sessions: {
    readonly id: string;
    readonly owner: string;
    readonly horse: string;
    readonly type: string | null;
    readonly surface: string | null;
    readonly rider: string | null;
    readonly mount: string | null;
    readonly trim_from: number | null;
    readonly trim_to: number | null;
    /** The trim as it was when something was first merged into this session, as JSON; split gives it back. */
    readonly trim_before_merge: string | null;
    /** As JSON, of times from the first sample of the ride. */
    readonly corrections: string | null;
    readonly received_at: string;
    readonly removed_at: string | null;
    /** The session that shows this one’s recordings; this row waits for split. */
    readonly merged_into: string | null;
    readonly key: string;
    /** Since when it waits by somebody’s act, and whether it waits only because the algorithm is a newer one. */
    readonly queued_at: string;
    readonly reprocess: 0 | 1;
    // What follows is derived: work/settle.ts alone writes it, but that work/forget-result.ts takes a result away.
    readonly state: SettledState;
    /** The result to show: of `key` when there is one, else the last one there was. */
    readonly result: string | null;
    readonly started_at: string | null;
    readonly sort_at: string;
  };
  readonly session_recordings: {
    readonly id: string;
    readonly owner: string;
    /** The session that shows it, and the one it was kept as. */
    readonly session: string;
    readonly home: string;
    readonly position: number;
    /** In s, from the first sample of the ride to the first of this recording. */
    readonly offset_seconds: number;
    readonly sha256: string;
    readonly bytes: number;
    readonly name: string;
    /** As said when it was handed in; and as said now, also in UTC. */
    readonly handed_in_with: string | null;
    readonly started_at: string | null;
    readonly started_utc: string | null;
    readonly received_at: string;
  };
  /** Heart rate or position beside the motion. Several sessions may have the same bytes: a belt does not stop between two rides. */
  readonly session_companions: {
    readonly id: string;
    readonly owner: string;
    /** The session that shows it, and the one it goes back to when the ride is split. */
    readonly session: string;
    readonly home: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly name: string;
    /** As said when it was handed in. */
    readonly started_at: string | null;
    readonly received_at: string;
  };
  /** What the analysis of a file alone has told its owner about it; null for what is not known yet. */
  readonly session_files: {
    readonly owner: string;
    readonly sha256: string;
    readonly started_at: string | null;
    readonly started_utc: string | null;
    readonly duration_seconds: number | null;
  };
  readonly session_notes: {
    readonly id: string;
    readonly session: string;
    /** The session it goes back to when the ride is split. */
    readonly home: string;
    readonly at: number | null;
    readonly text: string;
    readonly created_at: string;
    readonly edited_at: string | null;
  };
  /** Never changes, but that the same is computed anew by the same algorithm in a later epoch. */
  readonly session_results: {
    readonly id: string;
    /** Null for those from before it was written down. */
    readonly owner: string | null;
    readonly key: string;
    readonly algorithm: string;
    /** In which it was asked for; see the clock. */
    readonly epoch: number;
    readonly result_sha256: string;
    readonly series_sha256: string;
    readonly series_bytes: number;
    readonly overview: string;
    /** Its metrics as JSON, see work/numbers.ts; null for those from before they were written down. */
    readonly numbers: string | null;
    readonly computed_at: string;
  };
  /** What has been tried for a key that has no result. An outcome of an earlier epoch counts no more, but its reason stays until there is another. */
  readonly session_work: {
    readonly key: string;
    readonly algorithm: string;
    readonly epoch: number;
    readonly attempts: number;
    readonly abandoned: number;
    readonly outcome: 'failed' | 'quarantined' | null;
    readonly reason: string | null;
    readonly not_before: string | null;
    /** It may have ended others that ran beside it: nothing runs beside it again. */
    readonly alone: 0 | 1;
    readonly token: number;
    readonly holder: string | null;
    readonly lease_until: string | null;
  };
  /** What plugins said last of the metrics that they add, as JSON. */
  readonly session_plugins: {
    readonly name: string;
    readonly version: string;
    readonly described: string;
  };
  /** What plugins added to a result, or have tried to; goes with the result. Metrics and reason null: it is tried again. */
  readonly session_added: {
    readonly result: string;
    readonly plugin: string;
    /** Of the plugin, and the epoch of the result that it measured. */
    readonly version: string;
    readonly epoch: number;
    readonly attempts: number;
    readonly metrics: string | null;
    /** Why there are none. */
    readonly reason: string | null;
    readonly measured_at: string;
  };
  /** Blobs that have lost what referred to them. They go, unless something else does, and their row with them. */
  readonly session_doomed_blobs: {
    readonly sha256: string;
  };
  /** One row: the current algorithm, the last fencing token given, and the epoch: a new one makes everything work again. */
  readonly session_clock: {
    readonly algorithm: string | null;
    readonly token: number;
    readonly epoch: number;
  };
}

export type SettledState = 'queued' | 'done' | 'failed' | 'quarantined';
export type SessionRow = SessionTables['session_sessions'];
export type CompanionRow = SessionTables['session_companions'];
export type RecordingRow = SessionTables['session_recordings'];
export type ResultRow = SessionTables['session_results'];
