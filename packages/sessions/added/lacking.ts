import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { ResultRow, SessionTables } from '../tables.ts';

const atOnce = 1000;

/** A plugin as it is now: by another version its metrics are other ones. */
export interface PluginVersion {
  readonly plugin: string;
  readonly version: string;
}

/** A result that lacks the metrics of a plugin. */
export interface Lacking extends Pick<ResultRow, 'id' | 'key' | 'epoch' | 'result_sha256' | 'series_sha256'> {
  /** Number of its row: the later it came, the higher. */
  readonly place: number;
  /** How often the plugin was tried on it in vain. */
  readonly attempts: number;
}

/**
 * The latest result below a place that lacks the metrics of a plugin; null where none does. Results that are to be computed
 * anew are left out: they would be measured twice. The table is read a part at a time, so that others have their turn.
 */
export async function nextLacking(
  database: Kysely<SessionTables>,
  plugin: PluginVersion,
  below: number,
): Promise<Lacking | null> {
  for (let before = below; ; ) {
    const { rows } = await sql<{ from: number | null }>`
      select min(place) as "from" from (
        select rowid as place from session_results where rowid < ${before} order by rowid desc limit ${atOnce}
      )`.execute(database);
    const from = rows[0]?.from;
    if (from == null) return null;
    const { rows: found } = await lackingBetween(plugin, from, before).execute(database);
    if (found[0] !== undefined) return found[0];
    before = from;
    await setImmediate();
  }
}

/** Exported for the test that looks at how SQLite goes about it. */
export function lackingBetween({ plugin, version }: PluginVersion, from: number, before: number) {
  return sql<Lacking>`
    select r.rowid as place, r.id, r.key, r.epoch, r.result_sha256, r.series_sha256, coalesce(a.attempts, 0) as attempts
    from session_results r
    join session_clock clock on clock.algorithm = r.algorithm and clock.epoch = r.epoch
    left join session_added a
      on a.result = r.id and a.plugin = ${plugin} and a.version = ${version} and a.epoch = r.epoch
    where r.rowid >= ${from} and r.rowid < ${before}
      and (a.result is null or (a.metrics is null and a.reason is null))
      and exists (select 1 from session_sessions s where s.result = r.id)
    order by r.rowid desc limit 1`;
}
