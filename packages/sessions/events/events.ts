import type { Call, Input, Output } from '@piaffe/kernel';
import { sql } from 'kysely';
import type { SessionEvent, sessionsContract } from '../contract.ts';
import { type Own, ownSession } from '../rides/own-session.ts';
import type { Shared } from '../shared.ts';
import { type SelectedListed, selectListed } from '../view/select-sessions.ts';
import { toListed } from '../view/to-session.ts';
import { kindOf } from './announce.ts';

const unfinishedAtMost = 500;

/** What happened after an event, or, where that is not known, what is so now. */
export async function events(
  shared: Shared,
  { principal, session, after, waitSeconds }: Input<typeof sessionsContract, 'events'>,
  call: Call,
): Promise<Output<typeof sessionsContract, 'events'>> {
  const { account } = principal;
  const hub = shared.events;
  if (session !== null) await ownSession(shared.database, { principal, session });
  const happened = () => (after === null ? null : hub.since(account, after, session));
  if (happened()?.length === 0) await hub.happening(account, session, waitSeconds, call.signal);
  // First the number, then the state: what happens in between is told twice rather than never.
  const last = hub.last(account);
  return { events: happened() ?? (await present(shared, { principal, session }, last)), last };
}

/** The state of one session, or of all that are not finished, the newest first. */
async function present(
  { database, now, progressOf }: Shared,
  { principal, session }: { principal: Own['principal']; session: string | null },
  id: string,
): Promise<SessionEvent[]> {
  const which = session === null ? sql`s.state = 'queued'` : sql`s.id = ${session}`;
  const { rows } = await sql<SelectedListed>`${sql.raw(selectListed)}
    and s.owner = ${principal.account} and s.removed_at is null and ${which}
    order by s.sort_at desc limit ${unfinishedAtMost}`.execute(database);
  const at = now();
  return rows
    .map((row) => toListed(row, at, progressOf))
    .map(({ id: ofSession, horse, state, reason, progress }) => ({
      id,
      kind: kindOf(state),
      session: ofSession,
      horse,
      state,
      reason,
      progress,
      at: at.toISOString(),
    }));
}
