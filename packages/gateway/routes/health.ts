import { forAnybody } from '../access.ts';
import type { App } from '../app.ts';
import type { PartHealth } from '../contract.ts';
import type { RouteNeeds } from '../route-needs.ts';

const options = {
  exposeHeadRoute: true,
  config: { ...forAnybody, load: 'health', rateLimit: false },
} as const;

/**
 * `live`: the process answers. `ready`: it can serve; 503 when a part is away that everything needs. `degraded` still
 * serves. Both tell what was last seen and ask nobody.
 */
export function healthRoutes(app: App, { health, config, stopping }: RouteNeeds): void {
  for (const base of new Set(['', config.basePath])) {
    app.get(`${base}/health/live`, options, () => ({ status: 'live', version: config.version }));
    app.get(`${base}/health/ready`, options, (_request, reply) => {
      const parts = health();
      const status = stopping.aborted ? 'stopping' : statusOf(parts);
      return reply.code(status === 'ready' || status === 'degraded' ? 200 : 503).send({ status, parts });
    });
  }
}

function statusOf(parts: readonly PartHealth[]): 'ready' | 'degraded' | 'down' {
  if (parts.some(({ required, state }) => required && (state === 'down' || state === 'starting')))
    return 'down';
  return parts.every(({ state }) => state === 'up') ? 'ready' : 'degraded';
}
