import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send. A request that changes something and says where it comes from must come
 * from this very host; one that shows the cookie must say it. Bearer tokens are not sent by browsers of their own accord.
 */
export function checkOrigin(request: FastifyRequest, showsCookie: boolean, publicUrl: URL | null): void {
  if (safe.has(request.method)) return;
  const { origin, authorization, 'sec-fetch-site': site } = request.headers;
  if (authorization !== undefined) return;
  const isOwn =
    origin === undefined
      ? site === 'same-origin' || (site === undefined && !showsCookie)
      : isOurs(origin, request, publicUrl);
  if (isOwn) return;
  throw new Refusal(
    'origin-not-allowed',
    'This came from another site. Open the dashboard by its own address; behind a proxy, pass on the Host header and set the public URL.',
  );
}

function isOurs(origin: string, request: FastifyRequest, publicUrl: URL | null): boolean {
  if (origin === publicUrl?.origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
