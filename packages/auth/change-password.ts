import type { Implementation } from '@piaffe/kernel';
import { ownAccount } from './accounts.ts';
import type { authContract } from './contract.ts';
import { currentPasswordWrong, notSignedIn } from './failures.ts';
import { checkOwnPassword } from './own-password.ts';
import type { Parts } from './parts.ts';
import { refuseWeakPassword } from './passwords/policy.ts';
import { sha256 } from './secrets.ts';
import { endSignIns } from './sign-ins.ts';

export function changePasswordOperation(
  parts: Parts,
): Pick<Implementation<typeof authContract>, 'changePassword'> {
  const { database, now, log, passwords, attempts } = parts;
  return {
    async changePassword({ principal, secret, current, password, from }, { signal }) {
      const own = await ownAccount(database, principal);
      const kept = await database
        .selectFrom('auth_sign_ins')
        .select('account')
        .where('secret_sha256', '=', sha256(secret))
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirst();
      if (kept?.account !== own.id) throw notSignedIn();

      await checkOwnPassword(parts, own, { given: current, from, toDo: 'password change' }, signal);
      refuseWeakPassword(password, own.name);
      const hash = await passwords.hash(password, signal);

      await database.transaction().execute(async (step) => {
        const { numUpdatedRows } = await step
          .updateTable('auth_accounts')
          .set({ password_hash: hash })
          .where('id', '=', own.id)
          .where('suspended', '=', 0)
          .where('password_hash', 'is', own.password_hash)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) {
          // Suspended, or else changed from elsewhere, while this one was being hashed.
          await ownAccount(step, principal);
          throw currentPasswordWrong();
        }
        await endSignIns(step, own.id, secret);
        await step.deleteFrom('auth_links').where('account', '=', own.id).execute();
      });
      attempts.signedIn(from, own.id);
      log.info({ account: own.id, from }, 'password changed');
      return {};
    },
  };
}
