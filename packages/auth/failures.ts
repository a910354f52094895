import { Failure } from '@piaffe/kernel';

/** Errors that several operations share. Each sentence says what to do, and none says more than a stranger may know. */
export const notSignedIn = () =>
  new Failure('not-signed-in', { detail: 'You are not signed in, or no longer. Sign in again.' });

export const tokenNotValid = () =>
  new Failure('not-signed-in', {
    detail: 'This token is not valid: mistyped, expired, revoked, or its account is suspended.',
  });

export const notAllowed = () => new Failure('not-allowed', { detail: 'Only an administrator can do this.' });

export const accountNotFound = () =>
  new Failure('account-not-found', {
    detail: 'There is no such account. Look at the list of accounts again.',
  });

export const credentialsWrong = () =>
  new Failure('credentials-wrong', {
    detail: 'The name or the password is wrong, or the account is suspended.',
  });

export const currentPasswordWrong = () =>
  new Failure('credentials-wrong', { detail: 'The current password is wrong.' });

export const signInNotFound = () =>
  new Failure('sign-in-not-found', { detail: 'You have no such sign-in. It may have ended already.' });

export const linkNotValid = () =>
  new Failure('link-not-valid', {
    detail: 'This link is not valid: used already, too old, or replaced by a newer one. Ask for a new one.',
  });

export const nameTaken = () =>
  new Failure('name-taken', {
    detail: 'Somebody else has this name, or one that looks like it. Choose another.',
  });

export const nameNotValid = () =>
  new Failure('name-not-valid', {
    detail:
      'A name has 2 to 64 visible characters. Leave out what cannot be seen, such as control characters.',
  });

export const passwordTooWeak = (detail: string) => new Failure('password-too-weak', { detail });

export const lastAdministrator = () =>
  new Failure('last-administrator', {
    detail: 'This is the last administrator. Invite another one first, or nobody could run the server.',
  });

export const accountSuspended = () =>
  new Failure('account-suspended', { detail: 'This account is suspended. Let it back in first.' });

export const afterNotValid = () =>
  new Failure('after-not-valid', {
    detail: 'There is no such page. Ask for the first one, and then for what each page gives as "next".',
  });
