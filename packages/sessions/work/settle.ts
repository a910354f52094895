import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SessionTables, SettledState } from '../tables.ts';

/** A session whose state, result or start is another now. */
export interface Settled {
  readonly id: string;
  readonly owner: string;
  readonly horse: string;
  readonly state: SettledState;
  readonly reason: string | null;
  readonly removed_at: string | null;
}

/** Which sessions: one, all that need the same key, all of an owner that begin with a file, or a part of the table. */
export type Which =
  | { readonly session: string }
  | { readonly key: string }
  | { readonly owner: string; readonly file: string }
  | Part;

/** What has to wait in it waits to be computed again, behind everything that nobody has seen a result of. */
interface Part {
  /** Numbers of rows, so that those written together are read together. */
  readonly after: number;
  readonly through: number;
}

/**
 * Brings state, shown result and start of sessions in line with what there is: results, and what was tried. Nothing else
 * writes these columns, so they cannot say anything but the difference. Gives back the sessions that it changed.
 */
export async function settle(database: Kysely<SessionTables>, which: Which): Promise<readonly Settled[]> {
  const again =
    'after' in which
      ? sql`
        reprocess = case when truth.state = 'queued' then 1 else reprocess end,
        queued_at = case when truth.state = 'queued' then received_at else queued_at end,`
      : sql``;
  const { rows } = await sql<Settled>`
    update session_sessions
    set ${again} state = truth.state, result = truth.result, started_at = truth.started_at, sort_at = truth.sort_at
    from (
      select
        s.id,
        case when r.id is not null then 'done' else coalesce(w.outcome, 'queued') end as state,
        coalesce(r.id, s.result) as result,
        coalesce(first.started_at, file.started_at) as started_at,
        coalesce(first.started_utc, file.started_utc, s.received_at) as sort_at
      from session_sessions s
      join session_clock clock
      left join session_recordings first on first.session = s.id and first.position = 0
      left join session_files file on file.sha256 = first.sha256 and file.owner = first.owner
      left join session_results r on r.key = s.key and r.algorithm = clock.algorithm and r.epoch = clock.epoch
      left join session_work w on w.key = s.key and w.algorithm = clock.algorithm and w.epoch = clock.epoch
      where s.merged_into is null and ${chosen(which)}
    ) as truth
    where session_sessions.id = truth.id
      and (session_sessions.state, session_sessions.result, session_sessions.started_at, session_sessions.sort_at)
        is not (truth.state, truth.result, truth.started_at, truth.sort_at)
    returning id, owner, horse, state, removed_at, (
      select reason from session_work w join session_clock clock on w.algorithm = clock.algorithm
      where w.key = session_sessions.key
    ) as reason`.execute(database);
  return rows;
}

function chosen(which: Which): RawBuilder<boolean> {
  if ('session' in which) return sql`s.id = ${which.session}`;
  if ('key' in which) return sql`s.key = ${which.key}`;
  if ('file' in which)
    return sql`s.id in (
      select session from session_recordings
      where owner = ${which.owner} and sha256 = ${which.file} and position = 0
    )`;
  return sql`s.rowid > ${which.after} and s.rowid <= ${which.through}`;
}
