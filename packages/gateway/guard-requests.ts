import { addressOf } from './address.ts';
import type { App } from './app.ts';
import { createAccessGuard } from './guard-access.ts';
import type { InFlight } from './in-flight.ts';
import type { Load } from './limits.ts';
import { nothingHere, Refusal } from './refusal.ts';
import type { RouteNeeds } from './route-needs.ts';

/** What every request passes, in this order: is there room, who asks and may they, and do they ask too often. */
export function guardRequests(app: App, needs: RouteNeeds, inFlight: InFlight): void {
  const { requestsPerMinute } = needs.limits;
  const guardAccess = createAccessGuard(needs);
  const timeWindow = 60_000;
  const limitAddress = app.createRateLimit({
    timeWindow,
    max: requestsPerMinute.address,
    keyGenerator: ({ ip }) => addressOf(ip),
  });
  const limitAccount = app.createRateLimit({
    timeWindow,
    max: requestsPerMinute.account,
    keyGenerator: ({ authenticated, ip }) => `${authenticated?.principal.account} ${addressOf(ip)}`,
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const { load = loadOf(request.method), rateLimit } = request.routeOptions.config;
    inFlight.enter(load);
    reply.raw.once('close', () => inFlight.leave(load));
    try {
      // Before anything is read: a body for nothing would only take time.
      if (request.is404) throw nothingHere();
      await guardAccess(request);
    } finally {
      // Also of those who were refused: whoever tries credentials or paths is counted by the address.
      if (rateLimit !== false) {
        const limited = await (request.authenticated === null ? limitAddress : limitAccount)(request);
        if (!limited.isAllowed && limited.isExceeded) {
          // biome-ignore lint/correctness/noUnsafeFinally: too many requests go before every other refusal
          throw tooMany(limited.ttlInSeconds);
        }
      }
    }
    reply.header('cache-control', 'no-store');
  });
}

const loadOf = (method: string): Load => (method === 'GET' || method === 'HEAD' ? 'read' : 'write');

const tooMany = (retryAfter: number) =>
  new Refusal('too-many-requests', `Too many requests came in the last minute. Go on in ${retryAfter} s.`, {
    retryAfter: Math.max(1, retryAfter),
  });
