import type { RouteOptions } from 'fastify';
import type { App } from './app.ts';

/** Collects all routes, and keeps the server from starting with one of which nobody said who may use it. */
export function declaredRoutes(app: App): readonly RouteOptions[] {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const undeclared = routes.filter(({ config }) => config?.access === undefined);
    if (undeclared.length === 0) return;
    const named = undeclared.map(({ method, url }) => `${method} ${url}`);
    throw new TypeError(`nobody said who may use ${named.join(', ')}`);
  });
  return routes;
}
