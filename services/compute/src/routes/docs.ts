import { hash } from 'node:crypto';
import { openApi } from '../docs/openapi.ts';
import { docsPage, style } from '../docs/page.ts';
import type { App } from '../http/app.ts';

/** What can be asked here: for programs, and as a page. */
export function docsRoutes(app: App): void {
  const config = { open: true };
  const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; frame-ancestors 'none'; base-uri 'none'`;
  app.get('/openapi.json', { config }, () => openApi());
  app.get('/docs', { config }, (_request, reply) =>
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(docsPage()),
  );
  app.get('/', { config }, (_request, reply) => reply.redirect('/docs'));
}
