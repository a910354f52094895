import type { SessionRow } from '../tables.ts';
import type { Writing } from '../write.ts';

/** Forgets what was tried for a session’s need, and puts it before what is only computed again. */
export async function tryAgain(
  { transaction, settle }: Writing,
  { id, key }: Pick<SessionRow, 'id' | 'key'>,
  now: Date,
): Promise<void> {
  await transaction.deleteFrom('session_work').where('key', '=', key).execute();
  await transaction
    .updateTable('session_sessions')
    .set({ queued_at: now.toISOString(), reprocess: 0 })
    .where('id', '=', id)
    .execute();
  await settle({ key });
}
