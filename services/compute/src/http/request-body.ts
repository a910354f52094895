import type { FastifyReply, FastifyRequest } from 'fastify';

const expectingContinue = new WeakSet<object>();
/** A body up to this size is cheaper to take in and forget than a new connection. */
const smallBytes = 64 * 1024;
const lingerMilliseconds = 5000;

/** Notes that a client waits for our word before it sends its body. */
export function awaitsContinue(request: FastifyRequest['raw']): void {
  expectingContinue.add(request);
}

/** Tells a client that waits for it to send its body now. */
export function letBodyCome(request: FastifyRequest, reply: FastifyReply): void {
  if (expectingContinue.delete(request.raw)) reply.raw.writeContinue();
}

/** Whether a body was announced. */
export function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Before an answer is sent while the body has not come whole. What is left of a small one is taken in and forgotten, for a
 * while. Behind much of it the connection closes, but lingers until the client has had time to read the answer: closed at
 * once, with bytes unread, it would be reset and the answer lost.
 */
export function endBody(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request;
  if (raw.complete || raw.closed || !hasBody(request)) return;
  // Once answered, Node does not end the request by itself when its connection ends.
  const timer = setTimeout(() => raw.destroy(), lingerMilliseconds);
  raw.once('close', () => clearTimeout(timer));
  const announced = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (announced <= smallBytes && !expectingContinue.has(raw)) return;
  reply.header('connection', 'close');
  // What Node calls once the answer has been handed to the system.
  raw.socket.destroySoon = () => {
    raw.socket.end();
    raw.resume();
  };
}
