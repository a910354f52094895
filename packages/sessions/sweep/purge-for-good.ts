import { setImmediate } from 'node:timers/promises';
import type { Input, Output } from '@piaffe/kernel';
import { type Kysely, sql } from 'kysely';
import type { sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { SessionTables } from '../tables.ts';
import { forgetSessions } from './forget-sessions.ts';
import { removeDoomedBlobs } from './remove-doomed-blobs.ts';

type Contract = typeof sessionsContract;

const atOnce = 50;

/**
 * Deletes an account's sessions, or those of one horse: first the rows, a part at a time, each together with a note of the
 * blobs it referred to; then these. Whatever ends it in between, the next call or sweep goes on from there.
 */
export async function purgeForGood(
  shared: Shared,
  { principal, horse }: Input<Contract, 'purge'>,
): Promise<Output<Contract, 'purge'>> {
  const { database } = shared;
  const { account: owner } = principal;
  for (let sessions = 0; ; ) {
    const deleted = await database.transaction().execute(async (transaction) => {
      const ids = await next(transaction, owner, horse);
      if (ids.length > 0) {
        await doomRecordings(transaction, ids);
        await forgetSessions(transaction, ids);
      } else await forgetLeftBehind(transaction, owner);
      return ids.length;
    });
    if (deleted === 0) {
      await removeDoomedBlobs(shared);
      return { sessions };
    }
    sessions += deleted;
    await setImmediate();
  }
}

async function next(
  transaction: Kysely<SessionTables>,
  owner: string,
  horse: string | null,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('session_sessions')
    .select('id')
    .where('owner', '=', owner)
    .where('merged_into', 'is', null)
    .$if(horse !== null, (query) => query.where('horse', '=', horse ?? ''))
    .limit(atOnce)
    .execute();
  return rows.map(({ id }) => id);
}

async function doomRecordings(transaction: Kysely<SessionTables>, ids: readonly string[]): Promise<void> {
  const those = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  await sql`insert or ignore into session_doomed_blobs
    select sha256 from session_recordings where session in ${those}
    union select sha256 from session_companions where session in ${those}`.execute(transaction);
  await sql`delete from session_work where key in (
    select key from session_sessions where id in ${those} or merged_into in ${those}
  )`.execute(transaction);
}

/** Results that none of the owner’s sessions shows or needs, and what is known of files that they have no more. */
async function forgetLeftBehind(transaction: Kysely<SessionTables>, owner: string): Promise<void> {
  const left = sql`owner = ${owner}
    and not exists (select 1 from session_sessions s where s.key = session_results.key)
    and not exists (select 1 from session_sessions s where s.result = session_results.id)`;
  await sql`insert or ignore into session_doomed_blobs
    select result_sha256 from session_results where ${left}
    union select series_sha256 from session_results where ${left}`.execute(transaction);
  await sql`delete from session_results where ${left}`.execute(transaction);
  await sql`delete from session_files where owner = ${owner} and not exists (
    select 1 from session_recordings r where r.owner = session_files.owner and r.sha256 = session_files.sha256
  )`.execute(transaction);
}
