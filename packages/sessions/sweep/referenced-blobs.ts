import type { Database } from '@piaffe/storage';
import { type Kysely, sql } from 'kysely';
import type { SessionTables } from '../tables.ts';

/** A blob that is still needed, and by what. A blob that several things need comes up several times. */
export interface ReferencedBlob {
  readonly sha256: string;
  readonly neededBy: 'recording' | 'result' | 'series';
  /** Of the recording, or of the result. */
  readonly id: string;
  /** In bytes, where that is written down. */
  readonly bytes: number | null;
}

const atOnce = 1000;

/** Every blob that recordings and results refer to. */
export async function* referencedBlobs(database: Database): AsyncGenerator<ReferencedBlob> {
  const kysely = database.as<SessionTables>();
  for (const table of ['session_recordings', 'session_companions'] as const) {
    for (let after = ''; ; ) {
      const rows = await kysely
        .selectFrom(table)
        .select(['id', 'sha256', 'bytes'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(atOnce)
        .execute();
      for (const { id, sha256, bytes } of rows) yield { sha256, neededBy: 'recording', id, bytes };
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
  }
  for (let after = ''; ; ) {
    const rows = await kysely
      .selectFrom('session_results')
      .select(['id', 'result_sha256', 'series_sha256', 'series_bytes'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const { id, result_sha256, series_sha256, series_bytes } of rows) {
      yield { sha256: result_sha256, neededBy: 'result', id, bytes: null };
      yield { sha256: series_sha256, neededBy: 'series', id, bytes: series_bytes };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Of these blobs, those that nothing refers to. */
export async function unreferenced(
  database: Kysely<SessionTables>,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select value as sha256 from json_each(${JSON.stringify(hashes)})
    where not exists (select 1 from session_recordings where sha256 = value)
      and not exists (select 1 from session_companions where sha256 = value)
      and not exists (select 1 from session_results where result_sha256 = value)
      and not exists (select 1 from session_results where series_sha256 = value)`.execute(database);
  return rows.map(({ sha256 }) => sha256);
}
