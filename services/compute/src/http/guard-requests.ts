import type { FastifyRequest } from 'fastify';
import type { RouteNeeds } from '../routes/route-needs.ts';
import { ownerOf } from '../tokens/tokens.ts';
import type { App } from './app.ts';
import { Refusal } from './problems.ts';

const stalledMs = 60_000;
const ofThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** What every request passes before anything of it is read: who asks, and is there room. */
export function guardRequests(app: App, { tokens, limits }: Pick<RouteNeeds, 'tokens' | 'limits'>): void {
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    if (request.is404 || request.routeOptions.config.open) return;
    if (tokens.length > 0) checkToken(request);
    else checkItIsNoWebPage(request);
    if (inFlight >= limits.inFlight)
      throw new Refusal('busy', 'Too much is asked at this moment. Try again in a second.', {
        retryAfter: 1,
      });
    inFlight += 1;
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
  });
  // Who does not take an answer is given up; who waits for one is not.
  app.addHook('onSend', async (request) => {
    request.raw.socket.setTimeout(stalledMs);
  });

  function checkToken({ headers: { authorization } }: FastifyRequest): void {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined)
      throw new Refusal('token-missing', 'Send a token of this service: "Authorization: Bearer <token>".');
    if (ownerOf(token, tokens) === null)
      throw new Refusal('token-not-known', 'This is no token of this service. Ask whoever runs it for one.');
  }
}

/** Without tokens everybody on this machine may ask, but not the pages that their browsers have open. */
function checkItIsNoWebPage({
  headers: { host = '', origin, 'sec-fetch-site': site },
}: FastifyRequest): void {
  if (ofThisMachine.test(host) && origin === undefined && (site === undefined || site === 'none')) return;
  throw new Refusal(
    'origin-not-allowed',
    'Without tokens only programs on this machine may ask, under its local name. "piaffe compute token NAME" makes a token.',
  );
}
