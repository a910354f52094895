import { type Kysely, sql } from 'kysely';
import type { SessionRow, SessionTables } from '../tables.ts';
import { correctionsOf, trimOf } from '../view/to-session.ts';
import type { KeyInput, Need } from './key.ts';

type Parameters = Pick<SessionRow, 'id' | 'trim_from' | 'trim_to' | 'corrections'>;

/** What a session needs computed, as it is now. Bytes that came with two parts of a merged ride count once. */
export async function needOf(database: Kysely<SessionTables>, session: Parameters): Promise<Need> {
  const { rows } = await sql<KeyInput>`
    select sha256, role, started_at from (
      select sha256, 'motion' as role, started_at, 0 as beside, position, received_at, id
      from session_recordings where session = ${session.id}
      union all
      select sha256, 'companion', started_at, 1, 0, received_at, id
      from session_companions where session = ${session.id}
    ) order by beside, position, received_at, id`.execute(database);
  const inputs = rows.filter((row, at) => rows.findIndex(({ sha256 }) => sha256 === row.sha256) === at);
  return { inputs, trim: trimOf(session), corrections: correctionsOf(session) };
}
