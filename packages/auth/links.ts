import type { Implementation } from '@piaffe/kernel';
import { type AccountRow, addAccount, toAccount } from './accounts.ts';
import type { authContract, Link } from './contract.ts';
import { linkNotValid } from './failures.ts';
import type { Parts, Step } from './parts.ts';
import { newSecret, sha256 } from './secrets.ts';
import { openSignIn } from './sign-ins.ts';
import { instantAfter, minute } from './times.ts';

type Operations = 'isEmpty' | 'createSignInLink' | 'signInWithLink' | 'firstAdministrator';

const validFor = 15 * minute;
/** Whoever redeems the first link can change it. */
const firstName = 'administrator';

export function linkOperations({
  database,
  now,
  log,
  attempts,
}: Parts): Pick<Implementation<typeof authContract>, Operations> {
  return {
    async isEmpty() {
      const used = await database
        .selectFrom('auth_accounts')
        .select('id')
        .where('first_signed_in_at', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      return { empty: used === undefined };
    },

    async createSignInLink() {
      const link: Link = { secret: newSecret(), expiresAt: instantAfter(now(), validFor) };
      await database.transaction().execute(async (step) => {
        await step.deleteFrom('auth_links').where('kind', '=', 'sign-in').execute();
        await step
          .insertInto('auth_links')
          .values({
            secret_sha256: sha256(link.secret),
            kind: 'sign-in',
            account: null,
            created_by: null,
            expires_at: link.expiresAt,
          })
          .execute();
      });
      log.info({}, 'sign-in link made');
      return link;
    },

    async signInWithLink({ secret, from }) {
      const signedIn = await database.transaction().execute(async (step) => {
        const used = await step
          .deleteFrom('auth_links')
          .where('secret_sha256', '=', sha256(secret))
          .where('kind', '=', 'sign-in')
          .where('expires_at', '>', now().toISOString())
          .executeTakeFirst();
        if (used.numDeletedRows === 0n) return null;
        const { account } = await firstAdministrator(step, now());
        return await openSignIn(step, toAccount(account), now());
      });
      if (signedIn === null) {
        attempts.wrongLink(from);
        throw linkNotValid();
      }
      attempts.signedIn(from, signedIn.account.id);
      log.info({ account: signedIn.account.id, from }, 'signed in by link');
      return signedIn;
    },

    async firstAdministrator() {
      const { account, created } = await database
        .transaction()
        .execute((step) => firstAdministrator(step, now()));
      if (created) log.info({ account: account.id }, 'administrator made, for whoever uses the first link');
      return { principal: { account: account.id, role: account.role }, created };
    },
  };
}

/** The oldest who is not suspended; made where there is none. */
async function firstAdministrator(step: Step, now: Date): Promise<{ account: AccountRow; created: boolean }> {
  const oldest = await step
    .selectFrom('auth_accounts')
    .selectAll()
    .where('role', '=', 'administrator')
    .where('suspended', '=', 0)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  if (oldest !== undefined) return { account: oldest, created: false };
  const account = await addAccount(step, { name: firstName, role: 'administrator', passwordHash: null, now });
  return { account, created: true };
}
