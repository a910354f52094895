import type { Principal } from '@piaffe/auth/contract';
import { CompiledQuery } from 'kysely';
import type { Session } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { type SelectedSession, selectSession } from '../view/select-sessions.ts';
import { toSession } from '../view/to-session.ts';
import { sessionNotFound } from './own-session.ts';

const query = `${selectSession} and s.id = ? and s.owner = ?`;

/** One session as its owner sees it. Throws `session-not-found`. */
export async function readSession(shared: Shared, principal: Principal, session: string): Promise<Session> {
  const { rows } = await shared.database.executeQuery<SelectedSession>(
    CompiledQuery.raw(query, [session, principal.account]),
  );
  const [row] = rows;
  if (row === undefined) throw sessionNotFound();
  return toSession(row, shared.now(), shared.progressOf);
}
