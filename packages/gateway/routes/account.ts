import { Account, AccountName, authContract, Password, Secret } from '@piaffe/auth/contract';
import { closed, nullable } from '@piaffe/kernel';
import { Type } from 'typebox';
import { forAnybody, inPerson } from '../access.ts';
import { addressOf } from '../address.ts';
import type { App } from '../app.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { takeSignIn } from '../take-sign-in.ts';
import { SignInAnswer } from './sign-in.ts';

const tags = ['account'];
const { account, changeName, changePassword, resetPassword } = authContract.operations;

export function accountRoutes(app: App, needs: RouteNeeds): void {
  const { auth, signInCookie } = needs;
  app.get(
    '/account',
    {
      schema: {
        operationId: 'getAccount',
        summary: 'One’s own account',
        tags,
        response: { 200: Account },
      },
      config: { ...inPerson, asks: [account] },
    },
    (request) => auth.account({ principal: principalOf(request) }),
  );

  app.patch(
    '/account',
    {
      schema: {
        operationId: 'changeAccount',
        summary: 'Changes the name one signs in with',
        tags,
        body: closed({ name: AccountName }),
        response: { 200: Account },
      },
      config: { ...inPerson, asks: [changeName] },
    },
    (request) => auth.changeName({ principal: principalOf(request), name: request.body.name }),
  );

  app.put(
    '/account/password',
    {
      schema: {
        operationId: 'changePassword',
        summary: 'Changes or first sets one’s own password; every other sign-in ends',
        tags,
        body: closed({
          current: Type.Optional(
            nullable(Type.String({ maxLength: 1000, description: 'Null for somebody who has none yet' })),
          ),
          password: Password,
        }),
        response: { 204: Type.Null({ description: 'Changed' }) },
      },
      config: { ...inPerson, load: 'sign-in', asks: [changePassword] },
    },
    async (request, reply) => {
      const { current = null, password } = request.body;
      await auth.changePassword({
        principal: principalOf(request),
        secret: signInCookie.secretOf(request) ?? '',
        current,
        password,
        from: addressOf(request.ip),
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/password-resets',
    {
      schema: {
        operationId: 'resetPassword',
        summary: 'Sets a new password by an administrator’s link, and signs in',
        tags,
        body: closed({ token: Secret, password: Password }),
        response: { 200: SignInAnswer },
      },
      config: { ...forAnybody, load: 'sign-in', asks: [resetPassword] },
    },
    async (request, reply) => {
      const { token: secret, password } = request.body;
      return takeSignIn(
        needs,
        request,
        reply,
        await auth.resetPassword({ secret, password, from: addressOf(request.ip) }),
      );
    },
  );
}
