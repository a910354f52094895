import { Account, authContract, Secret } from '@piaffe/auth/contract';
import { closed, Failure, Instant, nullable } from '@piaffe/kernel';
import { Type } from 'typebox';
import { forAnybody } from '../access.ts';
import { addressOf } from '../address.ts';
import type { App } from '../app.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { takeSignIn } from '../take-sign-in.ts';

const tags = ['sign-in'];
const { signIn, signInWithLink, signOut } = authContract.operations;

/** What signing in answers. The secret itself goes into the cookie and nowhere else. */
export const SignInAnswer = closed(
  { account: Account, expiresAt: Instant },
  { description: 'Signed in; the cookie is set' },
);

export function signInRoutes(app: App, needs: RouteNeeds): void {
  const { auth, signInCookie } = needs;
  app.post(
    '/sign-in',
    {
      schema: {
        operationId: 'signIn',
        summary: 'Signs a browser in, by a link’s token or by name and password',
        tags,
        body: Type.Union([
          closed({ token: Secret }),
          closed({
            name: signIn.input.properties.name,
            password: signIn.input.properties.password,
          }),
        ]),
        response: { 200: SignInAnswer },
      },
      config: { ...forAnybody, load: 'sign-in', asks: [signIn, signInWithLink] },
    },
    async (request, reply) => {
      const from = addressOf(request.ip);
      const { body } = request;
      const signedIn =
        'token' in body
          ? await auth.signInWithLink({ secret: body.token, from })
          : await auth.signIn({ ...body, from });
      return takeSignIn(needs, request, reply, signedIn);
    },
  );

  app.get(
    '/sign-in',
    {
      schema: {
        operationId: 'getSignIn',
        summary: 'Who this browser is signed in as, if at all',
        tags,
        response: { 200: closed({ account: nullable(Account) }) },
      },
      config: { ...forAnybody, asks: [] },
    },
    async (request) => {
      const secret = signInCookie.secretOf(request);
      if (secret === null) return { account: null };
      try {
        const { principal } = await auth.authenticate({ credential: 'sign-in', secret });
        return { account: await auth.account({ principal }) };
      } catch (error) {
        if (error instanceof Failure && error.code === 'not-signed-in') return { account: null };
        throw error;
      }
    },
  );

  app.post(
    '/sign-out',
    {
      schema: {
        operationId: 'signOut',
        summary: 'Ends this browser’s sign-in',
        tags,
        response: { 204: Type.Null({ description: 'Signed out; the cookie is gone' }) },
      },
      config: { ...forAnybody, asks: [signOut] },
    },
    async (request, reply) => {
      const secret = signInCookie.secretOf(request);
      if (secret !== null) await auth.signOut({ secret });
      signInCookie.clear(request, reply);
      return reply.code(204).send(null);
    },
  );
}
