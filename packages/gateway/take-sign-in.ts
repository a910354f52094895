import type { SignedIn } from '@piaffe/auth/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteNeeds } from './route-needs.ts';

/**
 * Gives a browser its new sign-in and ends the one it had, so that no forgotten one lives on. Returns what the answer may
 * say, which is everything but the secret.
 */
export async function takeSignIn(
  { auth, signInCookie }: Pick<RouteNeeds, 'auth' | 'signInCookie'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, ...answer }: SignedIn,
): Promise<Omit<SignedIn, 'secret'>> {
  const former = signInCookie.secretOf(request);
  if (former !== null) await auth.signOut({ secret: former });
  signInCookie.set(request, reply, secret, new Date(answer.expiresAt));
  return answer;
}
