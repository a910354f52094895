import type { Principal } from '@piaffe/auth/contract';
import { Failure } from '@piaffe/kernel';
import type { Kysely } from 'kysely';
import type { HorseRow, StableTables } from './tables.ts';

/** The horse, where it is the account's own; undefined for any other. */
export function findHorse(
  tables: Kysely<StableTables>,
  account: string,
  id: string,
): Promise<HorseRow | undefined> {
  return tables
    .selectFrom('stable_horses')
    .selectAll()
    .where('id', '=', id)
    .where('account', '=', account)
    .executeTakeFirst();
}

/** Likewise; fails as `horse-not-found`. */
export async function ownHorse(
  tables: Kysely<StableTables>,
  { principal, horse }: { readonly principal: Principal; readonly horse: string },
): Promise<HorseRow> {
  const row = await findHorse(tables, principal.account, horse);
  if (row !== undefined) return row;
  throw new Failure('horse-not-found', {
    detail: 'There is no such horse. The list of horses shows those there are.',
  });
}
