import type { App } from '../app.ts';
import type { Metrics } from '../metrics.ts';

/** For Prometheus: programs on this machine, or a token of an administrator. */
export function metricsRoutes(app: App, metrics: Metrics): void {
  app.get(
    '/metrics',
    {
      config: {
        access: 'local-or-administrator',
        scope: 'read',
        credential: 'any',
        load: 'health',
        rateLimit: false,
      },
    },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  );
}
