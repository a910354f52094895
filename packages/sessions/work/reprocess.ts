import type { Output } from '@piaffe/kernel';
import { sql } from 'kysely';
import type { sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';

/**
 * Begins a new epoch: what was computed or tried before is no answer any more, though it stays readable until there is
 * another. The states follow when the work list is reconciled, which any later start of the server makes up for.
 */
export async function beginEpoch({
  database,
}: Pick<Shared, 'database'>): Promise<Output<typeof sessionsContract, 'reprocess'>> {
  return database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('session_clock')
      .set((row) => ({ epoch: row('epoch', '+', 1) }))
      .execute();
    const { rows } = await sql<{ sessions: number }>`
      select count(*) as sessions from session_sessions
      where merged_into is null and removed_at is null`.execute(transaction);
    return { sessions: rows[0]?.sessions ?? 0 };
  });
}
