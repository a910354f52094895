import type { Kysely } from 'kysely';
import type { Shared } from '../shared.ts';
import type { SessionTables } from '../tables.ts';
import { algorithmText } from './algorithm.ts';

/** The algorithm that results are wanted of; null when nobody has told yet. */
export async function knownAlgorithm(database: Kysely<SessionTables>): Promise<string | null> {
  const { algorithm } = await database
    .selectFrom('session_clock')
    .select('algorithm')
    .executeTakeFirstOrThrow();
  return algorithm;
}

/** Asks aggregation, and writes down what it says. True when that is news. */
export async function askForAlgorithm(shared: Shared, signal: AbortSignal): Promise<boolean> {
  const algorithm = algorithmText(await shared.aggregation.algorithm({}, { signal }));
  const { numUpdatedRows } = await shared.database
    .updateTable('session_clock')
    .set({ algorithm })
    .where('algorithm', 'is not', algorithm)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
