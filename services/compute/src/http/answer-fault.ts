import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problems.ts';
import { refusalFor } from './refusal-for.ts';
import { endBody } from './request-body.ts';

/** Answers an error as a problem. What nobody foresaw is logged whole, and answered with the id of the request alone. */
export function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalFor(error);
  if (refusal.code === 'unexpected')
    request.log.error({ err: error, requestId: request.id }, 'a request failed');
  const problem = problemOf(refusal, request.id);
  if (refusal.retryAfter !== null) reply.header('retry-after', refusal.retryAfter);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  endBody(request, reply);
  return reply
    .code(problem.status)
    .headers({ 'x-request-id': request.id, 'content-type': 'application/problem+json; charset=utf-8' })
    .send(JSON.stringify(problem));
}
