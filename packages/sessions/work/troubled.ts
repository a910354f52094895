import { Failure, type Input, type Output } from '@piaffe/kernel';
import { sql } from 'kysely';
import type { sessionsContract, Troubled } from '../contract.ts';
import { sessionNotFound } from '../rides/own-session.ts';
import type { Shared } from '../shared.ts';
import { write } from '../write.ts';
import { tryAgain } from './try-again.ts';

type Contract = typeof sessionsContract;

/** Sessions of anybody whose analysis did not succeed. */
export async function troubled(
  { database }: Shared,
  { state, limit, after }: Input<Contract, 'troubled'>,
): Promise<Output<Contract, 'troubled'>> {
  const states = state === null ? ['failed', 'quarantined'] : [state];
  const { rows } = await sql<Troubled>`
    select s.id as session, s.owner, s.state, w.reason, coalesce(w.attempts, 0) as attempts,
      s.received_at as receivedAt
    from session_sessions s
    join session_clock clock
    left join session_work w on w.key = s.key and w.algorithm = clock.algorithm
    where s.state in (${sql.join(states)}) and s.merged_into is null and s.removed_at is null
      ${after === null ? sql`` : behind(after)}
    order by s.received_at desc, s.id desc limit ${limit + 1}`.execute(database);
  const items = rows.slice(0, limit).map((row) => ({ ...row }));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last !== undefined ? `${last.receivedAt}~${last.session}` : null,
  };
}

/** One, whose analysis failed or was given up, or all that were given up. */
export async function retryTroubled(
  shared: Shared,
  { session }: Input<Contract, 'retryTroubled'>,
): Promise<Output<Contract, 'retryTroubled'>> {
  const which = session === null ? sql`state = 'quarantined'` : sql`id = ${session}`;
  return write(shared, async (writing) => {
    const { rows } = await sql<{ id: string; key: string; state: string }>`
      select id, key, state from session_sessions
      where ${which} and merged_into is null and removed_at is null`.execute(writing.transaction);
    if (session !== null && rows.length === 0) throw sessionNotFound();
    const stuck = rows.filter(({ state }) => state === 'failed' || state === 'quarantined');
    for (const row of stuck) await tryAgain(writing, row, shared.now());
    return { sessions: stuck.length };
  });
}

function behind(after: string) {
  const [, receivedAt, id] = /^(\d{4}-[\d:.T-]+Z)~([a-z2-7]{26})$/.exec(after) ?? [];
  if (receivedAt === undefined || id === undefined)
    throw new Failure('after-not-valid', { detail: 'No page ended there. Give what the page before said.' });
  return sql`and (s.received_at, s.id) < (${receivedAt}, ${id})`;
}
