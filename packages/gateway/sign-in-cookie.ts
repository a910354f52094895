import type { SignedIn } from '@piaffe/auth/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The browser's side of a sign-in: its secret, in a cookie that no script can read. */
export interface SignInCookie {
  /** Sets the cookie and returns what the answer may say, which is everything but the secret. */
  set(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Omit<SignedIn, 'secret'>;
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
    set(request, reply, { secret, ...answer }) {
      const options = { ...attributes(request), expires: new Date(answer.expiresAt) };
      reply.header('set-cookie', request.server.serializeCookie(nameFor(request), secret, options));
      return answer;
    },
    clear(request, reply) {
      const options = { ...attributes(request), expires: new Date(0) };
      reply.header('set-cookie', request.server.serializeCookie(nameFor(request), '', options));
    },
    secretOf(request) {
      const { cookie: header } = request.headers;
      if (header === undefined) return null;
      return request.server.parseCookie(header)[nameFor(request)] || null;
    },
  };
}
