import { authContract, Secret, Token } from '@piaffe/auth/contract';
import { closed, Id, Instant, nullable, page } from '@piaffe/kernel';
import { Type } from 'typebox';
import { inPerson } from '../access.ts';
import type { App } from '../app.ts';
import { PageQuery, pageOf } from '../page-query.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['tokens'];
const { createToken, tokens, revokeToken } = authContract.operations;
const { name, scopes } = Token.properties;

export function tokenRoutes(app: App, { auth }: RouteNeeds): void {
  app.get(
    '/tokens',
    {
      schema: {
        operationId: 'listTokens',
        summary: 'One’s own tokens, without their secrets',
        tags,
        querystring: closed(PageQuery),
        response: { 200: page(Token) },
      },
      config: { ...inPerson, asks: [tokens] },
    },
    (request) => auth.tokens({ principal: principalOf(request), ...pageOf(request.query) }),
  );

  app.post(
    '/tokens',
    {
      schema: {
        operationId: 'createToken',
        summary: 'A token for programs; its secret is shown this once',
        tags,
        body: closed({ name, scopes, expiresAt: Type.Optional(nullable(Instant)) }),
        response: { 201: closed({ token: Token, secret: Secret }) },
      },
      config: { ...inPerson, asks: [createToken] },
    },
    async (request, reply) => {
      const asked = { expiresAt: null, ...request.body };
      return reply.code(201).send(await auth.createToken({ principal: principalOf(request), ...asked }));
    },
  );

  app.delete(
    '/tokens/:token',
    {
      schema: {
        operationId: 'revokeToken',
        summary: 'Makes a token of one’s own invalid',
        tags,
        params: closed({ token: Id }),
        response: { 204: Type.Null({ description: 'Revoked' }) },
      },
      config: { ...inPerson, asks: [revokeToken] },
    },
    async (request, reply) => {
      await auth.revokeToken({ principal: principalOf(request), token: request.params.token });
      return reply.code(204).send(null);
    },
  );
}
