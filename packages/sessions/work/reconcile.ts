import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Shared } from '../shared.ts';
import { write } from '../write.ts';

const atOnce = 1000;

/**
 * Settles every session, a part at a time, so that others have their turn. What a newer algorithm makes wait again stands
 * behind everything that nobody has seen a result of.
 */
export async function reconcile(shared: Shared, signal: AbortSignal): Promise<void> {
  for (let after = ''; !signal.aborted; ) {
    const part = await shared.database
      .selectFrom('session_sessions')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    const through = part.at(-1)?.id;
    if (through === undefined) return;
    await write(shared, async ({ transaction, settle }) => {
      const changed = await settle({ after, through });
      const waiting = changed.filter(({ state }) => state === 'queued').map(({ id }) => id);
      await sql`update session_sessions set reprocess = 1, queued_at = received_at
        where id in (select value from json_each(${JSON.stringify(waiting)}))`.execute(transaction);
    });
    after = through;
    await setImmediate();
  }
}
