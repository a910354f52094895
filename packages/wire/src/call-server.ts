import { hash, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type Contract, digestOf, documentOf, type Edge } from '@piaffe/kernel';
import type { Shown } from '@piaffe/kernel/shape';
import { type AskedCall, answerCall } from './answer-call.ts';
import { encodeLine, errorLine, type Line } from './wire.ts';

/** A call that came in over a socket. Its signal is aborted when the caller has gone. */
export interface IncomingCall extends AskedCall {
  /** JSON, empty for no input. */
  readonly body: Uint8Array;
  /** Sends a line of the answer; resolves when the system has it. Nothing is sent to a caller that has gone. */
  send(line: Line | Uint8Array): Promise<void>;
}

export interface Served {
  readonly contracts: readonly Contract[];
  /** Sends the whole answer and then resolves. */
  perform(call: IncomingCall): Promise<void>;
  /** Who does not show this token is refused; null where the socket itself lets in nobody else. */
  readonly token: string | null;
  /** The stores whose references can be read here. */
  readonly reaches?: readonly string[];
}

/** Serves calls, and shows the contracts by which they are made. */
export function createCallServer(served: Served): Server {
  // Callers keep connections and close them themselves: one closed from here may be taken for a call at that moment.
  return createServer({ keepAliveTimeout: 0 }, callHandler(served));
}

/** The same for a server that answers other requests, too: it hands over those for the paths of modules and `/contracts`. */
export function callHandler(served: Served): RequestListener {
  const shown = new Map(served.contracts.map((contract) => [contract.name, documentOf(contract)]));
  const index: Shown = {
    instance: randomUUID(),
    reaches: served.reaches ?? [],
    modules: Object.fromEntries(
      served.contracts.map((contract) => [
        contract.name,
        { version: contract.version, digest: digestOf(contract) },
      ]),
    ),
  };
  const refusals = new Map(served.token === null ? [] : [['authorization', `Bearer ${served.token}`]]);
  return (request, response) => {
    const [, first = '', second] = (request.url ?? '').split('/');
    for (const [header, expected] of refusals)
      if (!isSame(`${request.headers[header] ?? ''}`, expected)) return void answerJson(response, 401, null);
    if (request.method === 'GET' && first === 'contracts') {
      const answer = second === undefined ? index : shown.get(second);
      return void answerJson(response, answer === undefined ? 404 : 200, answer ?? null);
    }
    if (request.method !== 'POST' || second === undefined) return void answerJson(response, 404, null);
    const judged = request.headers['if-match'];
    if (judged !== undefined && judged !== `"${index.modules[first]?.digest}"`)
      return void answerJson(response, 412, null);
    answer(request, response, [first, second], served.perform).catch((error) => response.destroy(error));
  };
}

/** Answers calls by clients that are at hand. */
export function answerBy(clients: { get(module: string): object | undefined }): Served['perform'] {
  return async (call) => {
    await answerCall(clients, call, (line) => void call.send(line));
  };
}

const started = encodeLine({ kind: 'started' });

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  [module, operation]: readonly [string, string],
  perform: Served['perform'],
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) gone.abort(new Error('nobody waits for the answer any more'));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const send = (line: Line | Uint8Array) => {
    if (gone.signal.aborted || response.writableEnded) return Promise.resolve();
    const bytes = line instanceof Uint8Array ? line : encodeLine(line);
    return new Promise<void>((resolve) => response.write(bytes, () => resolve()));
  };
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  // Out at once where the work takes longer than a moment, with the answer where it does not.
  response.cork();
  process.nextTick(() => response.uncork());
  void send(started);
  const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  const input = () => (body.length === 0 ? undefined : JSON.parse(body.toString()));
  await perform({ module, operation, body, input, edge: edgeOf(request), signal: gone.signal, send }).catch(
    (error) => send(errorLine(error)),
  );
  response.end();
}

function edgeOf({ headers }: IncomingMessage): Edge {
  const { 'remaining-ms': remaining, principal, traceparent, tracestate } = headers;
  return {
    deadline: remaining === undefined ? undefined : new Date(Date.now() + Number(remaining)),
    principal: principal === undefined ? null : decodeURIComponent(`${principal}`),
    traceparent: traceparent === undefined ? undefined : `${traceparent}`,
    tracestate: tracestate === undefined ? undefined : `${tracestate}`,
  };
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}
