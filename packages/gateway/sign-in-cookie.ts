import type { FastifyReply, FastifyRequest } from 'fastify';

/** The browser's side of a sign-in: its secret, in a cookie that no script can read. */
export interface SignInCookie {
  set(request: FastifyRequest, reply: FastifyReply, secret: string, expires: Date): void;
  clear(request: FastifyRequest, reply: FastifyReply): void;
  secretOf(request: FastifyRequest): string | null;
}

const plainName = 'piaffe';

/** Behind TLS the name begins with a prefix that makes browsers refuse it from anyone but this very host. */
export function createSignInCookie({
  basePath,
  publicUrl,
}: {
  basePath: string;
  publicUrl: URL | null;
}): SignInCookie {
  const path = basePath || '/';
  const prefix = path === '/' ? '__Host-' : '__Secure-';
  const isSecure = (request: FastifyRequest) =>
    request.protocol === 'https' || (publicUrl?.protocol === 'https:' && request.host === publicUrl.host);
  const nameFor = (request: FastifyRequest) => (isSecure(request) ? `${prefix}${plainName}` : plainName);
  const attributes = (request: FastifyRequest) =>
    ({ path, httpOnly: true, sameSite: 'lax', secure: isSecure(request) }) as const;
  return {
    set(request, reply, secret, expires) {
      const options = { ...attributes(request), expires };
      reply.header('set-cookie', request.server.serializeCookie(nameFor(request), secret, options));
    },
    clear(request, reply) {
      this.set(request, reply, '', new Date(0));
    },
    secretOf(request) {
      const { cookie: header } = request.headers;
      if (header === undefined) return null;
      return request.server.parseCookie(header)[nameFor(request)] || null;
    },
  };
}
