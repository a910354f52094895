import { withContext } from '@piaffe/kernel';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './address.ts';
import { credentialOf } from './credential.ts';
import { checkOrigin } from './origin.ts';
import { Refusal } from './refusal.ts';
import type { RouteNeeds } from './route-needs.ts';

/** Whether a request came straight from a program on this machine, through no proxy. */
function isLocal({ raw, headers, hostname }: FastifyRequest): boolean {
  const peer = addressOf(raw.socket.remoteAddress);
  const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
  return (
    isLoopback(peer) &&
    (hostname === 'localhost' || isLoopback(addressOf(hostname.replace(/^\[|\]$/g, '')))) &&
    !passedOn.some((name) => headers[name] !== undefined)
  );
}

const isLoopback = (address: string) => address.startsWith('127.') || address === '::';

/**
 * The one place that decides who may. It goes by what the matched route declares, never by the path, which can be spelled
 * in many ways. Sets `request.authenticated`.
 */
export function createAccessGuard({ auth, signInCookie, config }: RouteNeeds) {
  const publicUrl = config.publicUrl ? new URL(config.publicUrl) : null;

  return async (request: FastifyRequest): Promise<void> => {
    const { access, scope, credential: accepted } = request.routeOptions.config;
    if (access === undefined || scope === undefined || accepted === undefined) {
      throw new TypeError(`${request.routeOptions.url} does not declare who may use it`);
    }
    const credential = credentialOf(request, signInCookie);
    checkOrigin(request, credential?.credential === 'sign-in', publicUrl);
    if (access === 'public' || (access === 'local-or-administrator' && isLocal(request))) return;

    if (credential === null) {
      throw new Refusal('not-signed-in', 'Sign in, or send a token as Authorization: Bearer.');
    }
    const authenticated = await withContext(request.edge, () => auth.authenticate(credential));
    if (authenticated.credential === 'token') {
      if (accepted === 'sign-in') {
        throw new Refusal('token-not-allowed', 'A token cannot do this. Sign in with a browser.');
      }
      if (!authenticated.scopes.includes(scope)) {
        throw new Refusal('scope-missing', `This token lacks the scope “${scope}”. Use one that has it.`);
      }
    }
    if (access !== 'signed-in' && authenticated.principal.role !== 'administrator') {
      throw new Refusal('not-allowed', 'This is for administrators. Ask one of them.');
    }
    request.authenticated = authenticated;
  };
}
