import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problems.ts';
import { refusalFor } from './refusal-for.ts';

/** What waits in memory for a client that does not read, in bytes; then it is given up. */
const waitingAtMost = 64 * 1024 ** 2;

/**
 * Answers in lines of JSON, as `work` sends them. The answer begins with the first line: what goes wrong before is a problem
 * with its own status, what goes wrong later is the last line, `{"problem": ...}`.
 */
export async function ndjson<Line>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (send: (line: Line) => void) => Promise<void>,
): Promise<FastifyReply> {
  const { raw } = reply;
  let begun = false;
  const write = (line: unknown) => {
    if (!begun) {
      begun = true;
      reply.hijack();
      raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        'content-type': 'application/x-ndjson; charset=utf-8',
      });
    }
    if (!raw.destroyed) raw.write(`${JSON.stringify(line)}\n`);
    if (raw.writableLength > waitingAtMost) raw.destroy();
  };
  try {
    await work(write);
  } catch (error) {
    if (!begun) throw error;
    const refusal = refusalFor(error);
    if (refusal.code === 'unexpected')
      request.log.error({ err: error, requestId: request.id }, 'a request failed');
    write({ problem: problemOf(refusal, request.id) });
  }
  raw.end();
  return reply;
}
