import type { Implementation } from '@piaffe/kernel';
import { accountById, refuseOthersThanAdministrators, toAccount } from './accounts.ts';
import type { authContract, Link } from './contract.ts';
import { accountNotFound, accountSuspended, linkNotValid } from './failures.ts';
import type { Parts } from './parts.ts';
import { refuseWeakPassword } from './passwords/policy.ts';
import { newSecret, sha256 } from './secrets.ts';
import { endSignIns, openSignIn } from './sign-ins.ts';
import { day, instantAfter } from './times.ts';

type Operations = 'createResetLink' | 'resetPassword';

const validFor = day;

export function passwordResetOperations({
  database,
  now,
  log,
  passwords,
  attempts,
}: Parts): Pick<Implementation<typeof authContract>, Operations> {
  return {
    async createResetLink({ principal, account: id }) {
      const link: Link = { secret: newSecret(), expiresAt: instantAfter(now(), validFor) };
      await database.transaction().execute(async (step) => {
        await refuseOthersThanAdministrators(step, principal);
        const account = await accountById(step, id);
        if (account === undefined) throw accountNotFound();
        if (account.suspended === 1) throw accountSuspended();
        await step.deleteFrom('auth_links').where('account', '=', id).execute();
        await step
          .insertInto('auth_links')
          .values({
            secret_sha256: sha256(link.secret),
            kind: 'reset',
            account: id,
            created_by: principal.account,
            expires_at: link.expiresAt,
          })
          .execute();
      });
      log.info({ account: id, by: principal.account }, 'reset link made');
      return link;
    },

    async resetPassword({ secret, password, from }, { signal }) {
      const account = await database
        .selectFrom('auth_links')
        .innerJoin('auth_accounts', 'auth_accounts.id', 'auth_links.account')
        .select(['auth_accounts.id', 'name'])
        .where('secret_sha256', '=', sha256(secret))
        .where('kind', '=', 'reset')
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirst();
      if (account === undefined) {
        attempts.wrongLink(from);
        throw linkNotValid();
      }
      refuseWeakPassword(password, account.name);
      const hash = await passwords.hash(password, signal);

      const signedIn = await database.transaction().execute(async (step) => {
        const used = await step
          .deleteFrom('auth_links')
          .where('secret_sha256', '=', sha256(secret))
          .executeTakeFirst();
        if (used.numDeletedRows === 0n) throw linkNotValid();
        const row = await step
          .updateTable('auth_accounts')
          .set({ password_hash: hash })
          .where('id', '=', account.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await endSignIns(step, account.id);
        await step.deleteFrom('auth_tokens').where('account', '=', account.id).execute();
        return await openSignIn(step, toAccount(row), now());
      });
      attempts.signedIn(from, account.id);
      log.info({ account: account.id, from }, 'password reset');
      return signedIn;
    },
  };
}
