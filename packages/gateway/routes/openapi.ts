import swaggerUi from '@fastify/swagger-ui';
import { Type } from 'typebox';
import { forAnybody } from '../access.ts';
import type { App } from '../app.ts';
import type { Config } from '../needs.ts';

/** The layout that is used shows none. */
const noLogo = { type: 'image/svg+xml', content: '' };

/** The description of the API, to read by programs and, under /docs, by people. */
export async function openapiRoutes(app: App, { swaggerUiFolder = null }: Config): Promise<void> {
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'getOpenApi',
        summary: 'This description',
        tags: ['about'],
        response: { 200: Type.Unknown({ description: 'OpenAPI 3.1' }) },
      },
      config: forAnybody,
    },
    () => app.swagger(),
  );
  await app.register(async (pages: App) => {
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...forAnybody };
    });
    await pages.register(swaggerUi, {
      routePrefix: '/docs',
      indexPrefix: app.prefix,
      uiConfig: { validatorUrl: null, deepLinking: false, layout: 'BaseLayout' },
      theme: { title: 'Piaffe' },
      ...(swaggerUiFolder === null ? {} : { baseDir: swaggerUiFolder, logo: noLogo }),
    });
  });
}
