import type { App } from './app.ts';
import { traceIdOf } from './edge.ts';
import type { Metrics } from './metrics.ts';

/** What is logged where the client had gone before an answer began. */
const clientGone = 499;

/** One line and one measurement for each request, also for those whose client went away. */
export function observeRequests(app: App, metrics: Metrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      const { url: route = 'none', config } = request.routeOptions;
      const status = reply.raw.headersSent ? reply.statusCode : clientGone;
      const milliseconds = Math.round(reply.elapsedTime * 100) / 100;
      if (config.load !== 'event') metrics.observe(request.method, route, status, milliseconds / 1000);
      app.log[config.load === 'health' ? 'debug' : 'info'](
        {
          requestId: request.id,
          traceId: traceIdOf(request.edge),
          method: request.method,
          route,
          // Without the query, which may hold what is nobody's business.
          path: request.url.split('?', 1)[0],
          status,
          milliseconds,
          account: request.authenticated?.principal.account,
        },
        'answered',
      );
    });
    done();
  });
}
