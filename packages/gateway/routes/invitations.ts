import { AccountName, authContract, Invitation, Password, Role, Secret } from '@piaffe/auth/contract';
import { closed, Id, page } from '@piaffe/kernel';
import { Type } from 'typebox';
import { administering, forAnybody } from '../access.ts';
import { addressOf } from '../address.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { takeSignIn } from '../take-sign-in.ts';
import { SignInAnswer } from './sign-in.ts';

const tags = ['invitations'];
const { invite, invitations, withdrawInvitation, acceptInvitation } = authContract.operations;

export function invitationRoutes(app: App, needs: RouteNeeds): void {
  const { auth } = needs;
  app.get(
    '/invitations',
    {
      schema: {
        operationId: 'listInvitations',
        summary: 'Invitations nobody has accepted yet',
        tags,
        querystring: closed(PageQuery),
        response: { 200: page(Invitation) },
      },
      config: { ...administering, asks: [invitations] },
    },
    (request) => auth.invitations({ principal: principalOf(request), ...pageOf(request.query) }),
  );

  app.post(
    '/invitations',
    {
      schema: {
        operationId: 'invite',
        summary: 'An invitation',
        description: 'Pass it on as the dashboard’s address followed by `#invitation=` and the token.',
        tags,
        body: closed({
          role: Type.Optional(Role),
          note: Type.Optional(Type.String({ maxLength: 200, description: 'For whom it is' })),
        }),
        response: { 201: closed({ invitation: Invitation, token: Secret }) },
      },
      config: { ...administering, asks: [invite] },
    },
    async (request, reply) => {
      const { role = 'rider', note = '' } = request.body;
      const { invitation, secret } = await auth.invite({ principal: principalOf(request), role, note });
      return reply.code(201).send({ invitation, token: secret });
    },
  );

  app.delete(
    '/invitations/:invitation',
    {
      schema: {
        operationId: 'withdrawInvitation',
        summary: 'Makes an invitation invalid',
        tags,
        params: closed({ invitation: Id }),
        response: { 204: Type.Null({ description: 'Withdrawn' }) },
      },
      config: { ...administering, asks: [withdrawInvitation] },
    },
    async (request, reply) => {
      await auth.withdrawInvitation({
        principal: principalOf(request),
        invitation: request.params.invitation,
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/invitations/accept',
    {
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Creates the account one was invited to, and signs in',
        tags,
        body: closed({ token: Secret, name: AccountName, password: Password }),
        response: { 200: SignInAnswer },
      },
      config: { ...forAnybody, load: 'sign-in', asks: [acceptInvitation] },
    },
    async (request, reply) => {
      const { token: secret, name, password } = request.body;
      return takeSignIn(
        needs,
        request,
        reply,
        await auth.acceptInvitation({ secret, name, password, from: addressOf(request.ip) }),
      );
    },
  );
}
