import type { AccountRow } from './accounts.ts';
import { currentPasswordWrong } from './failures.ts';
import type { Parts } from './parts.ts';

/**
 * That whoever asks knows the password of their account, where it has one; guesses count as at signing in. Fails as
 * `credentials-wrong`, `too-many-attempts` or `busy`.
 */
export async function checkOwnPassword(
  { passwords, attempts, log }: Parts,
  own: AccountRow,
  { given, from, toDo }: { readonly given: string | null; readonly from: string; readonly toDo: string },
  signal: AbortSignal,
): Promise<void> {
  if (own.password_hash === null) return;
  if (given === null) throw currentPasswordWrong();
  using attempt = attempts.atPassword(from, own.id);
  if ((await passwords.verify(given, own.password_hash, signal)) === 'wrong') {
    attempt.wrong();
    log.warn({ account: own.id, from }, `${toDo} refused`);
    throw currentPasswordWrong();
  }
  attempt.right();
}
