import type { Kysely } from 'kysely';
import type { SessionTables } from '../tables.ts';

export const leaseSeconds = 15;
export const renewalSeconds = 5;

/** The right to analyse a key. Tokens rise with every acquisition, of any key: an older one is worth nothing. */
export interface Lease {
  readonly key: string;
  readonly algorithm: string;
  readonly token: number;
}

export const leaseEnd = (now: Date) => new Date(now.getTime() + leaseSeconds * 1000).toISOString();

/** False when the lease is somebody else’s by now. */
export async function renew(database: Kysely<SessionTables>, lease: Lease, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await held(database, lease)
    .set({ lease_until: leaseEnd(now) })
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Ends the leases of a server that died, so that nobody waits for them: one process at a time has the store open, so
 * whoever else holds one is gone; and were it not, its token would be worth nothing. What a server has died of before
 * keeps its lease: a server that dies again and again would have it given up within seconds.
 */
export async function endLeasesOfTheDead(database: Kysely<SessionTables>, holder: string): Promise<void> {
  await database
    .updateTable('session_work')
    .set({ lease_until: null })
    .where('outcome', 'is', null)
    .where('holder', 'is not', null)
    .where('holder', '!=', holder)
    .where('abandoned', '=', 0)
    .execute();
}

/** Gives it back without having tried: nothing is counted. With `notBefore` nobody takes it until then. */
export async function release(
  database: Kysely<SessionTables>,
  lease: Lease,
  notBefore: Date | null = null,
): Promise<void> {
  await held(database, lease)
    .set({ holder: null, lease_until: null, not_before: notBefore?.toISOString() ?? null })
    .execute();
}

/** To update the row of a lease, if it is still this one. */
export function held(database: Kysely<SessionTables>, { key, algorithm, token }: Lease) {
  return database
    .updateTable('session_work')
    .where('key', '=', key)
    .where('algorithm', '=', algorithm)
    .where('token', '=', token);
}
