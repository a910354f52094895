import { Account, authContract, Secret } from '@piaffe/auth/contract';
import { closed, Id, Instant, page } from '@piaffe/kernel';
import { Type } from 'typebox';
import { administering } from '../access.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['administration'];
const params = closed({ account: Id });
const { accounts, setSuspended, createResetLink } = authContract.operations;

export function accountsRoutes(app: App, { auth }: RouteNeeds): void {
  app.get(
    '/accounts',
    {
      schema: {
        operationId: 'listAccounts',
        summary: 'All accounts',
        tags,
        querystring: closed(PageQuery),
        response: { 200: page(Account) },
      },
      config: { ...administering, asks: [accounts] },
    },
    (request) => auth.accounts({ principal: principalOf(request), ...pageOf(request.query) }),
  );

  app.patch(
    '/accounts/:account',
    {
      schema: {
        operationId: 'suspendAccount',
        summary: 'Suspends an account, which ends its sign-ins and stops its tokens, or lets it back in',
        tags,
        params,
        body: closed({ suspended: Type.Boolean() }),
        response: { 200: Account },
      },
      config: { ...administering, asks: [setSuspended] },
    },
    (request) =>
      auth.setSuspended({
        principal: principalOf(request),
        account: request.params.account,
        suspended: request.body.suspended,
      }),
  );

  app.post(
    '/accounts/:account/reset-link',
    {
      schema: {
        operationId: 'createResetLink',
        summary: 'A link by which somebody sets a new password',
        description: 'Pass it on as the dashboard’s address followed by `#reset=` and the token.',
        tags,
        params,
        response: { 201: closed({ token: Secret, expiresAt: Instant }) },
      },
      config: { ...administering, asks: [createResetLink] },
    },
    async (request, reply) => {
      const { secret: token, expiresAt } = await auth.createResetLink({
        principal: principalOf(request),
        account: request.params.account,
      });
      return reply.code(201).send({ token, expiresAt });
    },
  );
}
