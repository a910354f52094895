import { contextHeaders, millisecondsUntil, type PerformedCall } from '@piaffe/kernel/shape';
import { type Dispatcher, Pool } from 'undici';
import { eachLine } from './each-line.ts';
import { decodeLine, type EndLine } from './wire.ts';

/** Where calls are sent: a UNIX socket, or the address of an HTTP server. */
export type Address = { readonly socketPath: string } | { readonly url: string };

/**
 * How a call ended. `end` is null where the connection was lost first; `sent`: whether anything may have got across by
 * then; `started`: whether it was being worked on. `status` is 200 unless the other side would not take it as a call.
 */
export interface Answer {
  readonly status: number;
  readonly sent: boolean;
  readonly started: boolean;
  readonly end: EndLine | null;
}

/** Connections to one address, kept for as long as it stands. Calls beyond their number wait, and that is not seen. */
export function connectionsTo(address: Address): Dispatcher & AsyncDisposable {
  const socketPath = 'socketPath' in address ? address.socketPath : null;
  const pool = new Pool(socketPath === null ? (address as { url: string }).url : 'http://localhost', {
    ...(socketPath === null ? {} : { socketPath }),
    connections: 256,
    pipelining: 1,
    connect: { timeout: 1_000, ...(socketPath === null ? {} : { socketPath }) },
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 3_600_000,
  });
  return Object.assign(pool, { [Symbol.asyncDispose]: () => pool.destroy() });
}

/**
 * Makes a call over connections. Aborting its signal closes the one it has. Rejects where the answer is no such
 * answer.
 */
export function requestCall(
  connections: Dispatcher,
  path: string,
  input: unknown,
  call: PerformedCall,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { deadline, signal } = call;
  const all: Record<string, string> = { ...headers, ...contextHeaders(), 'content-type': 'application/json' };
  if (deadline !== undefined) all['remaining-ms'] = `${millisecondsUntil(deadline)}`;
  const body = JSON.stringify(input) ?? '';
  return new Promise((resolve, reject) => {
    let status = 0;
    let sent = false;
    let started = false;
    let over = false;
    let controller: Dispatcher.DispatchController | null = null;
    const leave = () => controller?.abort(signal.reason);
    const settle = (settled: () => void) => {
      over = true;
      signal.removeEventListener('abort', leave);
      settled();
    };
    const take = eachLine((line) => {
      if (over) return;
      const read = decodeLine(line);
      if (read.kind === 'started') {
        started = true;
        call.waitsFor = null;
      } else if (read.kind === 'progress') call.onProgress(read.progress);
      else settle(() => resolve({ status, sent, started, end: read }));
    });
    signal.addEventListener('abort', leave, { once: true });
    connections.dispatch(
      { path, method: 'POST', headers: all, body },
      {
        onRequestStart(begun) {
          controller = begun;
          sent = true;
          if (signal.aborted) begun.abort(signal.reason);
        },
        onResponseStart(_, code) {
          status = code;
        },
        onResponseData(connection, chunk) {
          if (status !== 200) return;
          // Whoever goes on after the end of an answer has lost the way.
          if (over) return connection.abort(new Error('there is more behind the end of the answer'));
          try {
            take(chunk);
          } catch (error) {
            settle(() => reject(error));
            connection.abort(error as Error);
          }
        },
        onResponseEnd() {
          if (!over) settle(() => resolve({ status, sent, started, end: null }));
        },
        onResponseError(_, error) {
          if (over) return;
          if (signal.aborted) settle(() => reject(signal.reason));
          else if (isLostConnection(error)) settle(() => resolve({ status, sent, started, end: null }));
          else settle(() => reject(error));
        },
      },
    );
  });
}

/** Errors of the system and of the client carry a code; what is wrong in the answer itself does not. */
function isLostConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
