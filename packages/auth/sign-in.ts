import type { Implementation } from '@piaffe/kernel';
import type { Selectable } from 'kysely';
import { nameKey } from './account-names.ts';
import { type AccountRow, ownAccount, toAccount } from './accounts.ts';
import type { authContract, SignedIn, SignInSummary } from './contract.ts';
import { credentialsWrong, signInNotFound } from './failures.ts';
import { toPage, usedBefore } from './paging.ts';
import type { Parts } from './parts.ts';
import { sha256 } from './secrets.ts';
import { openSignIn } from './sign-ins.ts';
import type { AuthTables } from './tables.ts';

type Operations = 'signIn' | 'signOut' | 'signIns' | 'endSignIn';

export function signInOperations({
  database,
  now,
  log,
  passwords,
  attempts,
}: Parts): Pick<Implementation<typeof authContract>, Operations> {
  /** Null when the account is suspended, or its password was changed while this one was being checked. */
  const open = (account: AccountRow, rehashed: string | null): Promise<SignedIn | null> =>
    database.transaction().execute(async (step) => {
      const { numUpdatedRows } = await step
        .updateTable('auth_accounts')
        .set({ password_hash: rehashed ?? account.password_hash })
        .where('id', '=', account.id)
        .where('suspended', '=', 0)
        .where('password_hash', '=', account.password_hash)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? null : await openSignIn(step, toAccount(account), now());
    });

  return {
    async signIn({ name, password, from }, { signal }) {
      const key = nameKey(name);
      const account = await database
        .selectFrom('auth_accounts')
        .selectAll()
        .where('name_key', '=', key)
        .executeTakeFirst();
      using attempt = attempts.atPassword(from, account?.id ?? key);
      const verdict = await passwords.verify(password, account?.password_hash ?? null, signal);
      let signedIn: SignedIn | null = null;
      if (account !== undefined && verdict !== 'wrong') {
        const rehashed = verdict === 'outdated' ? await passwords.hash(password, signal) : null;
        signedIn = await open(account, rehashed);
      }
      if (signedIn === null) {
        attempt.wrong();
        log.warn({ account: account?.id ?? null, from }, 'sign-in refused');
        throw credentialsWrong();
      }
      attempt.right();
      log.info({ account: signedIn.account.id, from }, 'signed in');
      return signedIn;
    },

    async signOut({ secret }) {
      await database.deleteFrom('auth_sign_ins').where('secret_sha256', '=', sha256(secret)).execute();
      return {};
    },

    async signIns({ principal, secret, ...request }) {
      const { id: account } = await ownAccount(database, principal);
      const rows = await database
        .selectFrom('auth_sign_ins')
        .selectAll()
        .where('account', '=', account)
        .where('expires_at', '>', now().toISOString())
        .where(usedBefore(request))
        .orderBy('last_used_at', 'desc')
        .orderBy('id', 'desc')
        .limit(request.limit + 1)
        .execute();
      const asking = secret === null ? null : sha256(secret);
      return toPage(rows, request, 'last_used_at', (row) => toSummary(row, row.secret_sha256 === asking));
    },

    async endSignIn({ principal, signIn }) {
      const { id: account } = await ownAccount(database, principal);
      const ended = await database
        .deleteFrom('auth_sign_ins')
        .where('id', '=', signIn)
        .where('account', '=', account)
        .executeTakeFirst();
      if (ended.numDeletedRows === 0n) throw signInNotFound();
      log.info({ account }, 'sign-in ended from elsewhere');
      return {};
    },
  };
}

function toSummary(row: Selectable<AuthTables['auth_sign_ins']>, current: boolean): SignInSummary {
  return {
    id: row.id,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    current,
  };
}
