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
  /** Sends a line of the answer; nothing to a caller that has gone. */
  send(line: Line): void;
}

export interface Served {
  readonly contracts: readonly Contract[];
  /** Sends the whole answer, and then resolves. */
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

/**
 * The same for a server that answers other requests, too: it hands over those for the paths of modules and
 * `/contracts`.
 */
export function callHandler(served: Served): RequestListener {
  const shown = new Map(served.contracts.map((contract) => [contract.name, documentOf(contract)]));
  const index: Shown = {
    instance: randomUUID(),
    reaches: [...(served.reaches ?? [])],
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
    answer(request, response, [first, second], served.perform);
  };
}

/** Answers calls by clients that are at hand. */
export function answerBy(clients: { get(module: string): object | undefined }): Served['perform'] {
  return async (call) => {
    await answerCall(clients, call, call.send);
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  [module, operation]: readonly [string, string],
  perform: Served['perform'],
): void {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) gone.abort(new Error('nobody waits for the answer any more'));
  });
  const send = (line: Line): void => {
    if (gone.signal.aborted || response.writableEnded) return;
    const bytes = encodeLine(line);
    const isEnd = line.kind !== 'started' && line.kind !== 'progress';
    // In one piece where it is the whole answer, as most are.
    const length = isEnd ? { 'content-length': bytes.length } : {};
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/x-ndjson', ...length });
    if (isEnd) response.end(bytes);
    else response.write(bytes);
  };
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const input = () => {
      const text = Buffer.concat(chunks).toString();
      return text === '' ? undefined : JSON.parse(text);
    };
    const underWay = setImmediate(() => send({ kind: 'started' }));
    perform({ module, operation, input, edge: edgeOf(request), signal: gone.signal, send })
      .catch((error) => send(errorLine(error)))
      .finally(() => clearImmediate(underWay));
  });
}

function edgeOf({ headers }: IncomingMessage): Edge {
  const { 'remaining-ms': remaining, principal, traceparent, tracestate } = headers;
  return {
    deadline: /^\d{1,10}$/.test(`${remaining}`) ? new Date(Date.now() + Number(remaining)) : undefined,
    principal: principal === undefined ? null : decoded(`${principal}`),
    traceparent: traceparent === undefined ? undefined : `${traceparent}`,
    tracestate: tracestate === undefined ? undefined : `${tracestate}`,
  };
}

/** As it is, where it was not encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}
