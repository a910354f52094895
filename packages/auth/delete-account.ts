import type { Implementation } from '@piaffe/kernel';
import type { Kysely } from 'kysely';
import { ownAccount, refuseLastAdministrator, withdrawWhatTheyOpened } from './accounts.ts';
import type { authContract } from './contract.ts';
import { currentPasswordWrong } from './failures.ts';
import { checkOwnPassword } from './own-password.ts';
import type { Parts } from './parts.ts';
import { endSignIns } from './sign-ins.ts';
import type { AuthTables } from './tables.ts';

export function deleteAccountOperation(
  parts: Parts,
): Pick<Implementation<typeof authContract>, 'deleteAccount'> {
  const { database, log } = parts;
  return {
    async deleteAccount({ principal, password, check, from }, { signal }) {
      const own = await ownAccount(database, principal);
      await checkOwnPassword(parts, own, { given: password, from, toDo: 'deleting an account' }, signal);
      if (check) {
        await refuseToLeaveOthersAlone(database, own.id);
        return {};
      }
      await database.transaction().execute(async (step) => {
        // Suspended, or with another password, while this one was being checked.
        const { password_hash } = await ownAccount(step, principal);
        if (password_hash !== own.password_hash) throw currentPasswordWrong();
        await refuseToLeaveOthersAlone(step, own.id);
        await endSignIns(step, own.id);
        await withdrawWhatTheyOpened(step, own.id);
        await step.deleteFrom('auth_tokens').where('account', '=', own.id).execute();
        await step.deleteFrom('auth_accounts').where('id', '=', own.id).execute();
      });
      log.info({ account: own.id, from }, 'account deleted');
      return {};
    },
  };
}

/** The last administrator may leave an empty server behind, but nobody who is on it. */
async function refuseToLeaveOthersAlone(database: Kysely<AuthTables>, id: string): Promise<void> {
  const other = await database
    .selectFrom('auth_accounts')
    .select('id')
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other !== undefined) await refuseLastAdministrator(database, id);
}
