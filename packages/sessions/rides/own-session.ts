import type { Principal } from '@piaffe/auth/contract';
import { Failure } from '@piaffe/kernel';
import type { Kysely } from 'kysely';
import type { SessionRow, SessionTables } from '../tables.ts';

/** Who asks for which session. */
export interface Own {
  readonly principal: Principal;
  readonly session: string;
}

/** The session, if it is the principal’s. Of another’s session it says the same as of one that never was. */
export async function ownSession(
  database: Kysely<SessionTables>,
  { principal, session }: Own,
): Promise<SessionRow> {
  const row = await database
    .selectFrom('session_sessions')
    .selectAll()
    .where('id', '=', session)
    .where('owner', '=', principal.account)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw sessionNotFound();
  return row;
}

export const sessionNotFound = () =>
  new Failure('session-not-found', { detail: 'There is no such session among yours.' });
