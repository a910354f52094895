import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';

/** Whether the credential that was shown is good for reading too; a sign-in is good for everything. */
export function mayRead({ authenticated }: FastifyRequest): boolean {
  return authenticated?.credential !== 'token' || authenticated.scopes.includes('read');
}

/** What a change answers to a token that may not read: that it is done. What is new is told of, as the token said it. */
export function guardReading(app: App): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode !== 200 || request.routeOptions.config.scope !== 'write' || mayRead(request)) {
      return done(null, payload);
    }
    reply.code(204).removeHeader('content-type');
    done(null, null);
  });
}
