import type { Kysely } from 'kysely';
import type { SessionTables } from '../tables.ts';

/** To be called for blobs that lose what referred to them: the next sweep or purge removes those that nothing else needs. */
export async function doom(transaction: Kysely<SessionTables>, blobs: readonly string[]): Promise<void> {
  if (blobs.length === 0) return;
  await transaction
    .insertInto('session_doomed_blobs')
    .values(blobs.map((sha256) => ({ sha256 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
