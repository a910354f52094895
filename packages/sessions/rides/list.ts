import { Failure, type Input, type Output } from '@piaffe/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { State, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { type SelectedSession, selectSessions } from '../view/select-sessions.ts';
import { toSession } from '../view/to-session.ts';

/** `after` is the place of the last session of the page before, so that what comes in meanwhile moves nothing. */
export async function list(
  shared: Shared,
  { principal, horse, state, removed, limit, after }: Input<typeof sessionsContract, 'list'>,
): Promise<Output<typeof sessionsContract, 'list'>> {
  const now = shared.now();
  const conditions = [
    sql`s.owner = ${principal.account}`,
    removed ? sql`s.removed_at is not null` : sql`s.removed_at is null`,
    ...(horse === null ? [] : [sql`s.horse = ${horse}`]),
    ...(state === null ? [] : [inState(state, now)]),
    ...(after === null ? [] : [behind(after)]),
  ];
  const { rows } =
    await sql<SelectedSession>`${sql.raw(selectSessions)} and ${sql.join(conditions, sql` and `)}
    order by s.sort_at desc, s.id desc limit ${limit + 1}`.execute(shared.database);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toSession(row, now, shared.progressOf)),
    next: rows.length > limit && last !== undefined ? `${last.sort_at}~${last.id}` : null,
  };
}

const place = /^(\d{4}-[\d:.T-]+Z)~([a-z2-7]{26})$/;

function inState(state: State, now: Date): RawBuilder<unknown> {
  const leased = sql`coalesce(w.lease_until > ${now.toISOString()}, false)`;
  if (state === 'running') return sql`s.state = 'queued' and ${leased}`;
  if (state === 'queued') return sql`s.state = 'queued' and not ${leased}`;
  return sql`s.state = ${state}`;
}

function behind(after: string): RawBuilder<unknown> {
  const [, sortAt, id] = place.exec(after) ?? [];
  if (sortAt === undefined || id === undefined)
    throw new Failure('after-not-valid', { detail: 'No page ended there. Give what the page before said.' });
  return sql`(s.sort_at, s.id) < (${sortAt}, ${id})`;
}
