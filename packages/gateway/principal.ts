import type { Authenticated, Principal } from '@piaffe/auth/contract';

/** On whose behalf a request asks. Only routes that need a sign-in have one. */
export function principalOf(request: { readonly authenticated: Authenticated | null }): Principal {
  if (request.authenticated === null) throw new TypeError('a public route asked who is signed in');
  return request.authenticated.principal;
}
