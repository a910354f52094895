import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';

/** What an answer 304 has: nothing. */
export const unchanged = Type.Null({ description: 'As the client has it, by If-None-Match' });

/**
 * Sets the entity tag, and answers 304 when the client has exactly this already; then true. `weak` is for an answer that
 * may be compressed: the same, in other bytes.
 */
export function answerUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  strength: 'strong' | 'weak' = 'strong',
): boolean {
  const quoted = `"${tag}"`;
  const etag = strength === 'weak' ? `W/${quoted}` : quoted;
  reply.headers({ etag, 'cache-control': 'private, no-cache' });
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  const tags = known.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (!tags.includes(quoted) && !tags.includes('*')) return false;
  reply.code(304).send();
  return true;
}
