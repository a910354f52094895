import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Shared } from '../shared.ts';
import type { ResultRow } from '../tables.ts';
import { doom } from './doom.ts';

const atOnce = 1000;
/** A trim that is tried and taken back finds its result again for so long. */
const resultsStay = 3600 * 1000;

/**
 * Deletes results that no session shows nor needs, and dooms their blobs; what is known of files that their owner has no
 * more; and what was tried for keys that nobody needs or by an earlier algorithm.
 */
export async function forgetUnneeded({ database, now }: Pick<Shared, 'database' | 'now'>): Promise<void> {
  const instant = now().toISOString();
  const before = new Date(now().getTime() - resultsStay).toISOString();
  await inParts('session_results', 'id', (after, through) =>
    database.transaction().execute(async (transaction) => {
      const { rows } = await sql<Pick<ResultRow, 'result_sha256' | 'series_sha256'>>`
        delete from session_results where id > ${after} and id <= ${through} and computed_at < ${before}
        and not exists (select 1 from session_sessions s where s.result = session_results.id)
        and not (
          algorithm is (select algorithm from session_clock)
          and exists (select 1 from session_sessions s where s.key = session_results.key)
        )
        returning result_sha256, series_sha256`.execute(transaction);
      await doom(
        transaction,
        rows.flatMap(({ result_sha256, series_sha256 }) => [result_sha256, series_sha256]),
      );
    }),
  );
  await inParts('session_files', 'sha256', (after, through) =>
    sql`delete from session_files where sha256 > ${after} and sha256 <= ${through}
      and not exists (
        select 1 from session_recordings r
        where r.owner = session_files.owner and r.sha256 = session_files.sha256
      )`.execute(database),
  );
  await inParts('session_work', 'key', (after, through) =>
    sql`delete from session_work where key > ${after} and key <= ${through}
      and coalesce(lease_until, '') < ${instant}
      and (
        algorithm is not (select algorithm from session_clock)
        or not exists (select 1 from session_sessions s where s.key = session_work.key)
      )`.execute(database),
  );

  /** A part of a table at a time, so that others have their turn. */
  async function inParts(
    table: string,
    column: string,
    part: (after: string, through: string) => Promise<unknown>,
  ): Promise<void> {
    for (let after = ''; ; ) {
      const { rows } = await sql<{ through: string | null }>`
        select max(place) as through from (
          select ${sql.ref(column)} as place from ${sql.table(table)} where ${sql.ref(column)} > ${after}
          order by 1 limit ${atOnce}
        )`.execute(database);
      const through = rows[0]?.through;
      if (through == null) return;
      await part(after, through);
      after = through;
      await setImmediate();
    }
  }
}
