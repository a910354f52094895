import { Failure, type Input, type Output } from '@piaffe/kernel';
import { type RawBuilder, sql } from 'kysely';
import { Compile } from 'typebox/compile';
import { ListedSession, type State, type sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { type SelectedListed, selectListed } from '../view/select-sessions.ts';
import { toListed } from '../view/to-session.ts';
import { matching } from './filter.ts';

type Asked = Input<typeof sessionsContract, 'list'>;

/** `after` is the place of the last session of the page before, so that what comes in meanwhile moves nothing. */
export async function list(shared: Shared, input: Asked): Promise<Output<typeof sessionsContract, 'list'>> {
  const now = shared.now();
  const { limit } = input;
  const { rows } = await listedSessions(input, now).execute(shared.database);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.flatMap((row) => readable(shared, row, now)),
    next: rows.length > limit && last !== undefined ? `${last.sort_at}~${last.id}` : null,
  };
}

/** One more than a page, to see whether there is another. Exported for the test that looks at how SQLite goes about it. */
export function listedSessions({ principal, state, removed, limit, after, ...filter }: Asked, now: Date) {
  const conditions = [
    sql`s.owner = ${principal.account}`,
    removed ? sql`s.removed_at is not null` : sql`s.removed_at is null`,
    matching(filter),
    ...(state === null ? [] : [inState(state, now)]),
    ...(after === null ? [] : [behind(after)]),
  ];
  return sql<SelectedListed>`${sql.raw(selectListed)} and ${sql.join(conditions, sql` and `)}
    order by s.sort_at desc, s.id desc limit ${limit + 1}`;
}

/** None for a row that does not make a session: the others are shown all the same. */
function readable({ progressOf, log }: Shared, row: SelectedListed, now: Date): readonly ListedSession[] {
  try {
    const session = toListed(row, now, progressOf);
    if (listed.Check(session)) return [session];
    log.error({ session: row.id, errors: listed.Errors(session) }, 'a session cannot be shown in lists');
  } catch (error) {
    log.error({ session: row.id, err: error }, 'a session cannot be shown in lists');
  }
  return [];
}

const listed = Compile(ListedSession);

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
