import type { FastifyRequest } from 'fastify';
import type { SignInCookie } from './sign-in-cookie.ts';

export interface Credential {
  readonly credential: 'sign-in' | 'token';
  readonly secret: string;
}

const bearer = /^bearer +([\x21-\x7e]{1,200})$/i;

/** What a request shows of who asks. An Authorization header decides alone, so that it never widens into a cookie. */
export function credentialOf(request: FastifyRequest, cookie: SignInCookie): Credential | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const secret = bearer.exec(authorization)?.[1];
    return secret === undefined ? null : { credential: 'token', secret };
  }
  const secret = cookie.secretOf(request);
  return secret === null || secret.length > 200 ? null : { credential: 'sign-in', secret };
}
