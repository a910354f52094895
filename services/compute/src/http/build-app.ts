import { randomUUID } from 'node:crypto';
import { fastify, LogController } from 'fastify';
import { batchRoutes } from '../routes/batch.ts';
import { blobRoutes } from '../routes/blobs.ts';
import { docsRoutes } from '../routes/docs.ts';
import { healthRoutes } from '../routes/health.ts';
import { metricsRoutes } from '../routes/metrics.ts';
import type { RouteNeeds } from '../routes/route-needs.ts';
import { trendRoutes } from '../routes/trends.ts';
import { wireRoutes } from '../routes/wire.ts';
import { answerFault } from './answer-fault.ts';
import type { App } from './app.ts';
import { guardRequests } from './guard-requests.ts';
import { Refusal } from './problems.ts';
import { compileValidator } from './validation.ts';

/** The whole service, not yet listening. No body is read before a route asks for it. */
export function buildApp(needs: RouteNeeds): App {
  const app: App = fastify({
    loggerInstance: needs.log,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (log) => log,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // What is computed takes its time; those who are slow on their side are looked after one by one.
    connectionTimeout: 0,
    requestTimeout: 0,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    exposeHeadRoutes: false,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => answerFault(error, request as never, reply as never),
  }).withTypeProvider();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler(() => {
    throw new Refusal('not-found', 'There is nothing at this path; see /docs.');
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  guardRequests(app, needs);
  docsRoutes(app);
  healthRoutes(app, needs);
  metricsRoutes(app, needs);
  batchRoutes(app, needs);
  trendRoutes(app, needs);
  blobRoutes(app, needs);
  wireRoutes(app, needs);
  return app;
}
