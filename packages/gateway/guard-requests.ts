import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from './address.ts';
import type { App } from './app.ts';
import { awaitBodies } from './arriving-bodies.ts';
import { answerFault } from './fault-answers.ts';
import { createAccessGuard } from './guard-access.ts';
import { busy, type InFlight } from './in-flight.ts';
import { type Load, takesFile } from './limits.ts';
import { nothingHere, Refusal } from './refusal.ts';
import { hasBody } from './request-body.ts';
import type { RouteNeeds } from './route-needs.ts';
import { createProxyWarning } from './warn-of-proxy.ts';

/**
 * What every request passes, in this order: is there room, who asks and may they, do they ask too often, have they their
 * share of the room already. A request whose body is still to come gives its place back until the body is there.
 */
export function guardRequests(app: App, needs: RouteNeeds, inFlight: InFlight): void {
  const { requestsPerMinute, arrivingBodies } = needs.limits;
  const guardAccess = createAccessGuard(needs);
  const warnOfProxy = createProxyWarning(needs.log);
  const bodies = awaitBodies(arrivingBodies);
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

  app.decorateRequest('place', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    warnOfProxy(request);
    const load = loadOf(request);
    const place = inFlight.enter(load);
    request.place = place;
    reply.raw.once('close', () => request.place?.leave());
    try {
      // Before anything is read: a body for nothing would only take time.
      if (request.is404) throw nothingHere();
      await guardAccess(request);
    } finally {
      // Also of those who were refused: whoever tries credentials or paths is counted by the address.
      if (request.routeOptions.config.rateLimit !== false) {
        const limited = await (request.authenticated === null ? limitAddress : limitAccount)(request);
        if (!limited.isAllowed && limited.isExceeded) {
          // biome-ignore lint/correctness/noUnsafeFinally: too many requests go before every other refusal
          throw tooMany(limited.ttlInSeconds);
        }
      }
    }
    reply.header('cache-control', 'no-store');
    place.belongsTo(askerOf(request));
    if (!awaitsBody(request, load)) return;
    place.leave();
    request.place = bodies.enter(askerOf(request), () => refuseNow(request, reply));
  });
  app.addHook('preValidation', (request, _reply, done) => {
    const load = loadOf(request);
    if (!awaitsBody(request, load)) return done();
    request.place?.leave();
    try {
      request.place = inFlight.enter(load, askerOf(request));
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Whose share of the room it takes up: the account's, or of somebody unknown the address's. */
export function askerOf({ authenticated, ip }: FastifyRequest): string {
  return authenticated?.principal.account ?? addressOf(ip);
}

export function loadOf({ routeOptions, method }: FastifyRequest): Load {
  return routeOptions.config.load ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'write');
}

/** Uploads are at work while their body comes. */
const awaitsBody = (request: FastifyRequest, load: Load) => !takesFile(load) && hasBody(request);

function refuseNow(request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) request.raw.socket.destroy();
  else answerFault(busy(), request, reply);
}

const tooMany = (retryAfter: number) =>
  new Refusal('too-many-requests', `Too many requests came in the last minute. Go on in ${retryAfter} s.`, {
    retryAfter: Math.max(1, retryAfter),
  });
