import type { Kysely } from 'kysely';
import type { SessionTables } from '../tables.ts';

/** Deletes the rows of sessions, and of those merged into them. Results that nothing needs any more are not among them. */
export async function forgetSessions(
  transaction: Kysely<SessionTables>,
  ids: readonly string[],
): Promise<void> {
  for (const table of ['session_notes', 'session_companions', 'session_recordings'] as const)
    await transaction.deleteFrom(table).where('session', 'in', ids).execute();
  await transaction.deleteFrom('session_sessions').where('merged_into', 'in', ids).execute();
  await transaction.deleteFrom('session_sessions').where('id', 'in', ids).execute();
}
