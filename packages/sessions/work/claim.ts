import { type Kysely, sql } from 'kysely';
import type { SessionRow, SessionTables } from '../tables.ts';
import type { Writing } from '../write.ts';
import type { Need } from './key.ts';
import { type Lease, leaseEnd } from './lease.ts';
import { needOf } from './need.ts';

/** How often a server may end while at work on one recording, before that is taken for the recording’s doing. */
const abandonedAtMost = 10;

export interface Claim extends Lease {
  /** Whose turn it was. */
  readonly owner: string;
  /** What it is asked for in. */
  readonly epoch: number;
  readonly attempts: number;
  /** Nothing may run beside it; see `alone` of the table. */
  readonly alone: boolean;
  readonly need: Need;
}

export interface Claimant {
  /** A word for this start of this process. What it holds it is at work on. */
  readonly holder: string;
  readonly algorithm: string;
  /** Whose turn it was last. Owners take turns. */
  readonly lastOwner: string;
  /** Whether it is at work on something else already. */
  readonly othersRun: boolean;
}

/**
 * Takes the next analysis: first what nobody has seen a result of since it was asked for, then what a newer algorithm is to
 * compute again; owners in turn; of one owner the newest first. Null when there is nothing to do now.
 */
export async function claim(
  { transaction, settle }: Writing,
  claimant: Claimant,
  now: Date,
): Promise<Claim | null> {
  for (;;) {
    const next = await nextInTurn(transaction, claimant, now);
    if (next === null) return null;
    const { key, owner } = next;
    const { algorithm, holder } = claimant;
    const tried = await transaction
      .selectFrom('session_work')
      .selectAll()
      .where('key', '=', key)
      .where('algorithm', '=', algorithm)
      .executeTakeFirst();
    const alone = tried?.alone === 1;
    if (alone && claimant.othersRun) return null;
    const { token, epoch } = await transaction
      .updateTable('session_clock')
      .set((row) => ({ token: row('token', '+', 1) }))
      .returning(['token', 'epoch'])
      .executeTakeFirstOrThrow();
    // What was tried in an earlier epoch counts no more, but that it may have ended the server.
    const attempts = tried?.epoch === epoch ? tried.attempts : 0;
    const before = tried?.epoch === epoch || tried?.outcome === null ? (tried?.abandoned ?? 0) : 0;
    const abandoned = before + (tried?.holder == null ? 0 : 1);
    const givenUp = abandoned >= abandonedAtMost;
    const work = givenUp
      ? { ...free, outcome: 'quarantined' as const, reason: endedTheServer }
      : { ...free, outcome: null, holder, lease_until: leaseEnd(now) };
    const tries = { ...work, epoch, attempts, abandoned, token };
    await transaction
      .insertInto('session_work')
      .values({ key, algorithm, alone: 0, reason: null, ...tries })
      .onConflict((conflict) => conflict.columns(['key', 'algorithm']).doUpdateSet(tries))
      .execute();
    if (givenUp) {
      await settle({ key });
      continue;
    }
    const need = await needOf(transaction, next);
    return { key, algorithm, token, owner, epoch, attempts, alone, need };
  }
}

/** When to look again though nothing happens: a lease ends, or a pause between two attempts. Null: never. */
export async function nextDue(
  database: Kysely<SessionTables>,
  { algorithm, holder }: Pick<Claimant, 'algorithm' | 'holder'>,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ next: string | null }>`
    select min(due) as next from (
      select max(coalesce(lease_until, ''), coalesce(not_before, '')) as due from session_work
      where algorithm = ${algorithm} and outcome is null and holder is not ${holder}
    ) where due > ${now.toISOString()}`.execute(database);
  return rows[0]?.next ?? null;
}

type Turn = Omit<Claimant, 'othersRun'>;

type Waiting = Pick<SessionRow, 'id' | 'key' | 'owner' | 'trim_from' | 'trim_to' | 'corrections'>;

async function nextInTurn(
  database: Kysely<SessionTables>,
  { lastOwner, ...claimant }: Turn,
  now: Date,
): Promise<Waiting | null> {
  for (const reprocess of [0, 1]) {
    for (const behind of lastOwner === '' ? [''] : [lastOwner, '']) {
      const { rows } = await sql<Waiting>`${waiting(reprocess, behind, claimant, now)}`.execute(database);
      if (rows[0] !== undefined) return rows[0];
    }
  }
  return null;
}

/** Exported for the test that looks at how SQLite goes about it. */
export function waiting(
  reprocess: number,
  behind: string,
  { algorithm, holder }: Pick<Claimant, 'algorithm' | 'holder'>,
  now: Date,
) {
  const instant = now.toISOString();
  return sql<Waiting>`
    select s.id, s.key, s.owner, s.trim_from, s.trim_to, s.corrections from session_sessions s
    where s.state = 'queued' and s.merged_into is null and s.removed_at is null
      and s.reprocess = ${reprocess} and s.owner > ${behind}
      and not exists (
        select 1 from session_work w where w.key = s.key and w.algorithm = ${algorithm}
          and (w.holder = ${holder} or w.lease_until > ${instant} or w.not_before > ${instant})
      )
    order by s.owner, s.queued_at desc limit 1`;
}

const free = { not_before: null, holder: null, lease_until: null };

const endedTheServer =
  `The server ended ${abandonedAtMost} times while it analysed this recording, so it is not tried again by itself. ` +
  'The recording is kept safe. Try again, or ask whoever runs the server to look at it.';
