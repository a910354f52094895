import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Shared } from '../shared.ts';
import { write } from '../write.ts';

const atOnce = 100;

/** Settles every session, a part at a time, so that others have their turn. */
export async function reconcile(shared: Shared, signal: AbortSignal): Promise<void> {
  for (let after = 0; !signal.aborted; ) {
    const { rows } = await sql<{ through: number | null }>`
      select max(number) as through from (
        select rowid as number from session_sessions where rowid > ${after} order by rowid limit ${atOnce}
      )`.execute(shared.database);
    const through = rows[0]?.through;
    if (through == null) return;
    await write(shared, ({ settle }) => settle({ after, through }));
    after = through;
    await setImmediate();
  }
}
