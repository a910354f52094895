import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { authContract } from '@piaffe/auth/contract';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { trendContract } from '@piaffe/trend/contract';
import { fastify, LogController, type RouteOptions } from 'fastify';
import type { App } from './app.ts';
import { answerClientError } from './client-errors.ts';
import { declaredRoutes } from './declared-routes.ts';
import { openEdge } from './edge.ts';
import { answerFault } from './fault-answers.ts';
import { guardAnswers } from './guard-answers.ts';
import { guardBodies } from './guard-bodies.ts';
import { guardReading } from './guard-reading.ts';
import { guardRequests } from './guard-requests.ts';
import { countInFlight } from './in-flight.ts';
import { inTime } from './in-time.ts';
import { limitsWith } from './limits.ts';
import { createMetrics } from './metrics.ts';
import type { Config, Needs } from './needs.ts';
import { observeRequests } from './observe-requests.ts';
import { describeApi } from './openapi.ts';
import { nothingHere } from './refusal.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { healthRoutes } from './routes/health.ts';
import { apiRoutes } from './routes/index.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { createSignInCookie } from './sign-in-cookie.ts';
import { compileValidator } from './validation.ts';

/** The whole server, not yet listening, and its routes. Streams end, and nothing new begins, once `stopping` is aborted. */
export async function buildApp(
  given: Needs,
  config: Config,
  stopping: AbortSignal,
): Promise<{ readonly app: App; readonly routes: readonly RouteOptions[] }> {
  const limits = limitsWith(config.limits);
  const needs = {
    ...given,
    auth: inTime(authContract, given.auth, limits.seconds.answer),
    stable: inTime(stableContract, given.stable, limits.seconds.answer),
    sessions: inTime(sessionsContract, given.sessions, limits.seconds.answer),
    trend: inTime(trendContract, given.trend, limits.seconds.answer),
  };
  const app: App = fastify({
    loggerInstance: needs.log,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (log) => log,
    genReqId: requestId,
    requestIdHeader: false,
    trustProxy: config.trustProxy,
    bodyLimit: limits.maxJsonBytes,
    clientErrorHandler: answerClientError,
    connectionTimeout: limits.seconds.stalled * 1000,
    requestTimeout: 0,
    keepAliveTimeout: limits.seconds.idle * 1000,
    http: { headersTimeout: limits.seconds.headers * 1000, connectionsCheckingInterval: 1000 },
    exposeHeadRoutes: false,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => answerFault(error, request as never, reply as never),
  }).withTypeProvider();

  const publicUrl = config.publicUrl ? new URL(config.publicUrl) : null;
  const signInCookie = createSignInCookie({ basePath: config.basePath, publicUrl });
  const routeNeeds = { ...needs, config, limits, signInCookie, stopping };

  app.decorateRequest('authenticated', null);
  app.decorateRequest('edge');
  app.setValidatorCompiler(compileValidator);
  // Every module checks what it gives out already; writing it by a schema once more costs and mends nothing.
  app.setSerializerCompiler(() => JSON.stringify);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler(() => {
    throw nothingHere();
  });
  const routes = declaredRoutes(app);
  await app.register(cookie, { hook: false });
  await setSecurityHeaders(app);
  await app.register(rateLimit, { global: false });
  await app.register(compress, { global: false, globalDecompression: false });
  const inFlight = countInFlight(limits);
  const metrics = createMetrics({ inFlight, sessions: needs.sessions });
  openEdge(app, limits);
  observeRequests(app, metrics);
  guardBodies(app, limits);
  guardRequests(app, routeNeeds, inFlight);
  guardReading(app);
  guardAnswers(app, limits, inFlight);
  await app.register(
    async (api: App) => {
      await describeApi(api, config);
      await apiRoutes(api, routeNeeds, config);
    },
    { prefix: `${config.basePath}/api/v1` },
  );
  healthRoutes(app, routeNeeds);
  metricsRoutes(app, metrics);
  await dashboardRoutes(app, config);
  return { app, routes };
}

/** A well-formed id of the one who asks, so that logs on both sides can be put together; else one of our own. */
function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
