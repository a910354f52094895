import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastify } from 'fastify';
import { forAnybody } from './access.ts';
import type { App } from './app.ts';
import { declaredRoutes } from './declared-routes.ts';

test('a server with a route of which nobody said who may use it does not start', async (t) => {
  const app: App = fastify().withTypeProvider();
  t.after(() => app.close());
  declaredRoutes(app);
  app.get('/open', { config: forAnybody }, () => '');
  await app.register(async (inner: App) => void inner.delete('/forgotten', () => ''), { prefix: '/deep' });
  await assert.rejects(async () => app.ready(), /nobody said who may use DELETE \/deep\/forgotten/);
});
