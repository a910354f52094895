import { Account, AccountName, authContract, Password, Preferences, Secret } from '@piaffe/auth/contract';
import { closed, nullable } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { Type } from 'typebox';
import { forAnybody, inPerson } from '../access.ts';
import { addressOf } from '../address.ts';
import type { App } from '../app.ts';
import { deleteAccountWhole } from '../delete-account.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { takeSignIn } from '../take-sign-in.ts';
import { SignInAnswer } from './sign-in.ts';

const tags = ['account'];
const { account, changeName, changePreferences, changePassword, resetPassword, deleteAccount } =
  authContract.operations;
const { purge } = sessionsContract.operations;
const { forget } = stableContract.operations;

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
        summary: 'Changes the name one signs in with, or how one wants the pages; leaves the rest',
        tags,
        body: Type.Partial(closed({ name: AccountName, ...Preferences.properties })),
        response: { 200: Account },
      },
      config: { ...inPerson, asks: [changeName, changePreferences] },
    },
    async (request) => {
      const { name, ...changes } = request.body;
      const principal = principalOf(request);
      if (name !== undefined) await auth.changeName({ principal, name });
      return auth.changePreferences({ principal, changes });
    },
  );

  app.delete(
    '/account',
    {
      schema: {
        operationId: 'deleteAccount',
        summary: 'Deletes one’s account and all that belongs to it, recordings too, for good',
        description: 'Ask for `GET /export` before. Should it be cut off, ask again: it does the rest.',
        tags,
        body: closed({ password: deleteAccount.input.properties.password }),
        response: { 204: Type.Null({ description: 'Deleted' }) },
      },
      config: { ...inPerson, load: 'sign-in', lasting: true, asks: [deleteAccount, purge, forget] },
    },
    async (request, reply) => {
      const { password } = request.body;
      const from = addressOf(request.ip);
      await deleteAccountWhole(needs, { principal: principalOf(request), password, from });
      signInCookie.clear(request, reply);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/account/password',
    {
      schema: {
        operationId: 'changePassword',
        summary: 'Changes or first sets one’s own password; every other sign-in ends, API tokens stay valid',
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
