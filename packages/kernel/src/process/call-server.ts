import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AskedCall } from './answer-call.ts';
import { encodeLine, errorLine, type Line } from './wire.ts';

/** A call that came in over a socket. Its signal is aborted when the caller has gone. */
export interface IncomingCall extends AskedCall {
  /** Sends a line of the answer; resolves when the system has it. Nothing is sent to a caller that has gone. */
  send(line: Line | Uint8Array): Promise<void>;
}

/** Serves calls. `perform` sends the whole answer and then resolves. */
export function createCallServer(perform: (call: IncomingCall) => Promise<void>): Server {
  return createServer((request, response) => {
    answer(request, response, perform).catch((error) => response.destroy(error));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  perform: (call: IncomingCall) => Promise<void>,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort(new Error('nobody waits for the answer any more')));
  const [, module, operation] = (request.url ?? '').split('/');
  if (request.method !== 'POST' || !module || !operation) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const remaining = request.headers['remaining-ms'];
  const send = (line: Line | Uint8Array) => {
    if (gone.signal.aborted) return Promise.resolve();
    const bytes = line instanceof Uint8Array ? line : encodeLine(line);
    return new Promise<void>((resolve) => response.write(bytes, () => resolve()));
  };
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  try {
    await perform({
      module,
      operation,
      body: Buffer.concat(chunks),
      deadline: remaining === undefined ? undefined : new Date(Date.now() + Number(remaining)),
      signal: gone.signal,
      send,
    });
  } catch (error) {
    await send(errorLine(error));
  }
  response.end();
}
