import type { Implementation } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { Kysely, Selectable } from 'kysely';
import { nameKey, toAccountName } from './account-names.ts';
import type { Account, authContract, Principal, Role } from './contract.ts';
import { accountNotFound, lastAdministrator, nameTaken, notAllowed, notSignedIn } from './failures.ts';
import { behind, toPage } from './paging.ts';
import type { Parts, Step } from './parts.ts';
import { endSignIns } from './sign-ins.ts';
import type { AuthTables } from './tables.ts';

type Operations = 'account' | 'changeName' | 'changePreferences' | 'accounts' | 'setSuspended';
export type AccountRow = Selectable<AuthTables['auth_accounts']>;

export function accountOperations({
  database,
  log,
}: Parts): Pick<Implementation<typeof authContract>, Operations> {
  return {
    account: async ({ principal }) => toAccount(await ownAccount(database, principal)),

    async changeName({ principal, name: given }) {
      const account = await database.transaction().execute(async (step) => {
        const own = await ownAccount(step, principal);
        const name = toAccountName(given);
        await refuseTakenName(step, name, own.id);
        await step
          .updateTable('auth_accounts')
          .set({ name, name_key: nameKey(name) })
          .where('id', '=', own.id)
          .execute();
        return toAccount({ ...own, name });
      });
      log.info({ account: account.id }, 'name changed');
      return account;
    },

    changePreferences: ({ principal, changes: { language, units } }) =>
      database.transaction().execute(async (step) => {
        const own = await ownAccount(step, principal);
        const changed = {
          language: language === undefined ? own.language : language,
          units: units === undefined ? own.units : units,
        };
        await step.updateTable('auth_accounts').set(changed).where('id', '=', own.id).execute();
        return toAccount({ ...own, ...changed });
      }),

    async accounts({ principal, ...request }) {
      await refuseOthersThanAdministrators(database, principal);
      const rows = await database
        .selectFrom('auth_accounts')
        .selectAll()
        .where(behind(request))
        .orderBy('created_at')
        .orderBy('id')
        .limit(request.limit + 1)
        .execute();
      return toPage(rows, request, 'created_at', toAccount);
    },

    async setSuspended({ principal, account: id, suspended }) {
      const account = await database.transaction().execute(async (step) => {
        await refuseOthersThanAdministrators(step, principal);
        const row = await accountById(step, id);
        if (row === undefined) throw accountNotFound();
        if (suspended && row.suspended === 0) {
          if (row.role === 'administrator') await refuseLastAdministrator(step, id);
          await endSignIns(step, id);
          await withdrawWhatTheyOpened(step, id);
        }
        const changed = { suspended: suspended ? 1 : 0 } as const;
        await step.updateTable('auth_accounts').set(changed).where('id', '=', id).execute();
        return toAccount({ ...row, ...changed });
      });
      log.info(
        { account: id, by: principal.account },
        suspended ? 'account suspended' : 'account let back in',
      );
      return account;
    },
  };
}

export async function accountById(database: Kysely<AuthTables>, id: string): Promise<AccountRow | undefined> {
  return await database.selectFrom('auth_accounts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The account of whoever asks, as it is now. */
export async function ownAccount(database: Kysely<AuthTables>, { account }: Principal): Promise<AccountRow> {
  const row = await accountById(database, account);
  if (row === undefined || row.suspended === 1) throw notSignedIn();
  return row;
}

/** Asks the database, as the principal may have been suspended since it was made. */
export async function refuseOthersThanAdministrators(
  database: Kysely<AuthTables>,
  { account }: Principal,
): Promise<void> {
  const row = await accountById(database, account);
  if (row?.role !== 'administrator' || row.suspended === 1) throw notAllowed();
}

export async function addAccount(
  step: Step,
  { name, role, passwordHash, now }: { name: string; role: Role; passwordHash: string | null; now: Date },
): Promise<AccountRow> {
  const row: AccountRow = {
    id: newId(),
    name,
    name_key: nameKey(name),
    role,
    created_at: now.toISOString(),
    suspended: 0,
    password_hash: passwordHash,
    language: null,
    units: null,
    first_signed_in_at: null,
  };
  await step.insertInto('auth_accounts').values(row).execute();
  return row;
}

export async function refuseTakenName(
  database: Kysely<AuthTables>,
  name: string,
  except: string | null = null,
): Promise<void> {
  const holder = await database
    .selectFrom('auth_accounts')
    .select('id')
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  if (holder !== undefined && holder.id !== except) throw nameTaken();
}

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    suspended: row.suspended === 1,
    hasPassword: row.password_hash !== null,
    language: row.language,
    units: row.units,
  };
}

/** Throws when nobody else could run the server. */
export async function refuseLastAdministrator(database: Kysely<AuthTables>, id: string): Promise<void> {
  const other = await database
    .selectFrom('auth_accounts')
    .select('id')
    .where('role', '=', 'administrator')
    .where('suspended', '=', 0)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other === undefined) throw lastAdministrator();
}

/** Somebody who is gone has no back door: what they invited or let reset is withdrawn, and so is their own reset. */
export async function withdrawWhatTheyOpened(step: Step, id: string): Promise<void> {
  await step.deleteFrom('auth_invitations').where('created_by', '=', id).execute();
  await step
    .deleteFrom('auth_links')
    .where((is) => is.or([is('created_by', '=', id), is('account', '=', id)]))
    .execute();
}
