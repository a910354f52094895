import type { Transaction } from 'kysely';
import { announce } from './events/announce.ts';
import type { Shared } from './shared.ts';
import type { SessionTables } from './tables.ts';
import { type Settled, settle, type Which } from './work/settle.ts';

export interface Writing {
  readonly transaction: Transaction<SessionTables>;
  /** To be called for every session whose need, or whose results, the body changed. */
  settle(which: Which): Promise<readonly Settled[]>;
}

/** One transaction; once it is committed, whoever waits for events hears what it changed, and the work goes on. */
export async function write<T>(
  shared: Pick<Shared, 'database' | 'events' | 'now' | 'wake' | 'wakePlugins'>,
  body: (writing: Writing) => Promise<T>,
): Promise<T> {
  const changed: Settled[] = [];
  const outcome = await shared.database.transaction().execute((transaction) =>
    body({
      transaction,
      async settle(which) {
        const settled = await settle(transaction, which);
        changed.push(...settled);
        return settled;
      },
    }),
  );
  announce(shared, changed);
  if (changed.some(({ state }) => state === 'queued')) shared.wake();
  if (changed.some(({ state }) => state === 'done')) shared.wakePlugins();
  return outcome;
}
