import { Type } from 'typebox';
import type { App } from '../http/app.ts';
import type { RouteNeeds } from './route-needs.ts';

const Part = Type.Object({
  module: Type.String(),
  state: Type.Enum(['up', 'starting', 'down']),
  since: Type.String(),
  restarts: Type.Integer(),
  lastProblem: Type.Union([Type.String(), Type.Null()]),
});

/** Whether the service lives, and whether it can compute: what was last seen, nothing is asked for it. */
export function healthRoutes(app: App, { computation }: RouteNeeds): void {
  const config = { open: true };
  app.get('/health/live', { config }, () => ({ status: 'live' }));
  app.get('/health/ready', { config }, (_request, reply) => {
    const parts = computation.status().map(({ module, state, since, restarts, lastProblem }) => ({
      module,
      state,
      since,
      restarts,
      lastProblem,
    }));
    const ready = parts.every(({ state }) => state === 'up');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', parts });
  });
}

export const Health = Type.Object({ status: Type.Enum(['ready', 'not ready']), parts: Type.Array(Part) });
