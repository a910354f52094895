import { Failure, type Implementation } from '@piaffe/kernel';
import { type Database, newId } from '@piaffe/storage';
import { behind, pageByName } from './by-name.ts';
import type { Rider, stableContract } from './contract.ts';
import { namesOf } from './names.ts';
import type { RiderRow, StableTables } from './tables.ts';

type Operations = Implementation<typeof stableContract>;

/** The operations on the people who ride. */
export function riders({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Pick<Operations, 'riders' | 'rider' | 'addRider' | 'changeRider' | 'removeRider'> {
  const tables = database.as<StableTables>();

  const find = (account: string, id: string) =>
    tables
      .selectFrom('stable_riders')
      .selectAll()
      .where('id', '=', id)
      .where('account', '=', account)
      .executeTakeFirst();

  return {
    riders: ({ principal: { account }, archived, limit, after }) =>
      pageByName(
        { limit, after },
        (id) => find(account, id),
        (last, count) => {
          const rows = tables
            .selectFrom('stable_riders')
            .selectAll()
            .where('account', '=', account)
            .where('archived', '=', archived ? 1 : 0)
            .orderBy('sort_name')
            .orderBy('id')
            .limit(count);
          return (last === null ? rows : rows.where(behind(last))).execute();
        },
        riderOf,
      ),

    rider: async ({ principal, rider }) => found(await find(principal.account, rider)),

    async addRider({ principal, name }) {
      const row: RiderRow = {
        id: newId(),
        account: principal.account,
        ...namesOf(name),
        archived: 0,
        created_at: now().toISOString(),
      };
      await tables.insertInto('stable_riders').values(row).execute();
      return riderOf(row);
    },

    async changeRider({ principal: { account }, rider, changes: { name, archived } }) {
      const columns: Partial<RiderRow> = {
        ...(name !== undefined && namesOf(name)),
        ...(archived !== undefined && { archived: archived ? 1 : 0 }),
      };
      if (Object.keys(columns).length > 0) {
        await tables
          .updateTable('stable_riders')
          .set(columns)
          .where('id', '=', rider)
          .where('account', '=', account)
          .execute();
      }
      return found(await find(account, rider));
    },

    async removeRider({ principal: { account }, rider }) {
      const { numDeletedRows } = await tables
        .deleteFrom('stable_riders')
        .where('id', '=', rider)
        .where('account', '=', account)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw riderNotFound();
      return {};
    },
  };
}

function found(row: RiderRow | undefined): Rider {
  if (row === undefined) throw riderNotFound();
  return riderOf(row);
}

const riderNotFound = () =>
  new Failure('rider-not-found', {
    detail: 'There is no such rider. The list of riders shows those there are.',
  });

function riderOf({ id, name, archived, created_at }: RiderRow): Rider {
  return { id, name, archived: archived === 1, createdAt: created_at };
}
