import { authContract, SignInSummary } from '@piaffe/auth/contract';
import { closed, Id, page } from '@piaffe/kernel';
import { Type } from 'typebox';
import { inPerson } from '../access.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['account'];
const { signIns, endSignIn } = authContract.operations;

export function signInsRoutes(app: App, { auth, signInCookie }: RouteNeeds): void {
  app.get(
    '/account/sign-ins',
    {
      schema: {
        operationId: 'listSignIns',
        summary: 'The browsers one is signed in with, the last used first',
        tags,
        querystring: closed(PageQuery),
        response: { 200: page(SignInSummary) },
      },
      config: { ...inPerson, asks: [signIns] },
    },
    (request) =>
      auth.signIns({
        principal: principalOf(request),
        secret: signInCookie.secretOf(request),
        ...pageOf(request.query),
      }),
  );

  app.delete(
    '/account/sign-ins/:signIn',
    {
      schema: {
        operationId: 'endSignIn',
        summary: 'Signs one of one’s browsers out',
        tags,
        params: closed({ signIn: Id }),
        response: { 204: Type.Null({ description: 'Signed out' }) },
      },
      config: { ...inPerson, asks: [endSignIn] },
    },
    async (request, reply) => {
      await auth.endSignIn({ principal: principalOf(request), signIn: request.params.signIn });
      return reply.code(204).send(null);
    },
  );
}
