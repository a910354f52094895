import { newId } from '@piaffe/storage';
import type { Account, SignedIn } from './contract.ts';
import type { Step } from './parts.ts';
import { newSecret, sha256 } from './secrets.ts';
import { day, instantAfter } from './times.ts';

/** A sign-in ends when it was not used for so long, */
const unusedFor = 30 * day;
/** and at the latest after so long. */
const atMost = 90 * day;
/** With more than so many, those that were used longest ago end. */
const perAccount = 50;

/** When a sign-in of `createdAt` that is used at `moment` ends, if it is not used again. */
export function signInEnd(createdAt: Date, moment: Date): string {
  const idle = instantAfter(moment, unusedFor);
  const absolute = instantAfter(createdAt, atMost);
  return idle < absolute ? idle : absolute;
}

export async function openSignIn(step: Step, account: Account, now: Date): Promise<SignedIn> {
  const secret = newSecret();
  const row = {
    id: newId(),
    secret_sha256: sha256(secret),
    account: account.id,
    created_at: now.toISOString(),
    last_used_at: now.toISOString(),
    expires_at: signInEnd(now, now),
  };
  await step.insertInto('auth_sign_ins').values(row).execute();
  await step
    .updateTable('auth_accounts')
    .set({ first_signed_in_at: row.created_at })
    .where('id', '=', account.id)
    .where('first_signed_in_at', 'is', null)
    .execute();
  await step
    .deleteFrom('auth_sign_ins')
    .where('id', 'in', (query) =>
      query
        .selectFrom('auth_sign_ins')
        .select('id')
        .where('account', '=', account.id)
        .where('id', '!=', row.id)
        .orderBy('last_used_at', 'desc')
        .limit(-1)
        .offset(perAccount - 1),
    )
    .execute();
  return { secret, expiresAt: row.expires_at, account };
}

/** Ends all sign-ins of an account, but for the one that is kept. */
export async function endSignIns(step: Step, account: string, except: string | null = null): Promise<void> {
  const ended = step.deleteFrom('auth_sign_ins').where('account', '=', account);
  await (except === null ? ended : ended.where('secret_sha256', '!=', sha256(except))).execute();
}
