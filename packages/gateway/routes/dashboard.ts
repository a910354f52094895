import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { forAnybody } from '../access.ts';
import type { App } from '../app.ts';
import type { Config } from '../needs.ts';
import { Refusal } from '../refusal.ts';

const notPages = /^(api|health|metrics)(\/|$)/;

/** The pages: their files, and index.html wherever somebody wants to see a page, since pages find their way themselves. */
export async function dashboardRoutes(app: App, { basePath, dashboardFolder }: Config): Promise<void> {
  const index = dashboardFolder === null ? null : await indexAt(dashboardFolder, basePath);
  if (dashboardFolder !== null) {
    await app.register(fastifyStatic, {
      root: dashboardFolder,
      serve: false,
      cacheControl: false,
      dotfiles: 'ignore',
      preCompressed: true,
    });
  }
  for (const url of new Set([basePath || '/', `${basePath}/*`])) {
    app.get(url, { exposeHeadRoute: true, config: forAnybody }, (request, reply) => {
      const { '*': path = '' } = request.params as { '*'?: string };
      if (notPages.test(path)) return reply.callNotFound();
      if (dashboardFolder === null || index === null) throw notBuilt();
      if (path.split('/').at(-1)!.includes('.')) {
        const isHashed = path.startsWith('assets/');
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        return reply.sendFile(path);
      }
      if (!wantsPage(request)) return reply.callNotFound();
      return reply.type('text/html; charset=utf-8').send(index);
    });
  }
}

/** The page as it is built names everything relative to `<base href="/">`, which becomes the path we are at. */
async function indexAt(folder: string, basePath: string): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return html.replace('<base href="/"', `<base href="${basePath}/"`);
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}

const notBuilt = () =>
  new Refusal(
    'not-found',
    'The pages of this server are not built. The API is under /api/v1, its description under /api/v1/docs.',
  );
