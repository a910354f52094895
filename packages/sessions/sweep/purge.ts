import type { Shared } from '../shared.ts';
import { purgeBefore } from '../view/to-session.ts';
import { forgetSessions } from './forget-sessions.ts';

const atOnce = 20;

/** Deletes the rows of sessions that were removed long enough ago: nothing of them is kept for their owner. */
export async function purge({ database, now }: Pick<Shared, 'database' | 'now'>): Promise<number> {
  for (let purged = 0; ; ) {
    const sessions = await database
      .selectFrom('session_sessions')
      .select('id')
      .where('removed_at', '<=', purgeBefore(now()))
      .limit(atOnce)
      .execute();
    if (sessions.length === 0) return purged;
    const ids = sessions.map(({ id }) => id);
    await database.transaction().execute((transaction) => forgetSessions(transaction, ids));
    purged += ids.length;
  }
}
