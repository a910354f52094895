import type { Scope } from '@piaffe/auth/contract';

/** Who may use a route. Every route declares it; one that does not keeps the server from starting. */
export interface Access {
  /** `local-or-administrator`: programs on this machine, or an administrator. */
  readonly access: 'public' | 'signed-in' | 'administrator' | 'local-or-administrator';
  /** What a token must be allowed to. */
  readonly scope: Scope;
  /** `sign-in`: only people in a browser, never a token, whatever its scopes. */
  readonly credential: 'any' | 'sign-in';
}

export const forAnybody = { access: 'public', scope: 'read', credential: 'any' } as const;
export const reading = { access: 'signed-in', scope: 'read', credential: 'any' } as const;
export const uploading = { access: 'signed-in', scope: 'upload', credential: 'any' } as const;
export const writing = { access: 'signed-in', scope: 'write', credential: 'any' } as const;
/** Accounts, passwords and tokens: a token can never reach them, so that it cannot widen itself. */
export const inPerson = { access: 'signed-in', scope: 'write', credential: 'sign-in' } as const;
export const administering = { access: 'administrator', scope: 'write', credential: 'sign-in' } as const;
