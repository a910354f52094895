import type { SessionTables } from '../tables.ts';
import type { Writing } from '../write.ts';
import { keyOf } from './key.ts';
import { needOf } from './need.ts';

/** To be called when the recordings of a session, their starts, its trim or corrections have changed: it may need another result. */
export async function rekey({ transaction, settle }: Writing, session: string, now: Date): Promise<void> {
  const row = await transaction
    .selectFrom('session_sessions')
    .select(['id', 'owner', 'key', 'trim_from', 'trim_to', 'corrections'])
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  const key = keyOf(row.owner, await needOf(transaction, row));
  if (key !== row.key) {
    await transaction
      .updateTable('session_sessions')
      .set({ key, queued_at: now.toISOString(), reprocess: 0 })
      .where('id', '=', session)
      .execute();
  }
  await settle({ session });
}

/** Those of its motion, in order of their start. */
export function recordingsOf(
  transaction: Writing['transaction'],
  session: string,
): Promise<SessionTables['session_recordings'][]> {
  return transaction
    .selectFrom('session_recordings')
    .selectAll()
    .where('session', '=', session)
    .orderBy('position')
    .execute();
}
