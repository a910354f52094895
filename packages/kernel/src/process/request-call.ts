import { Agent, type IncomingMessage, request } from 'node:http';
import { millisecondsUntil } from '../call.ts';
import type { PerformedCall } from '../guard.ts';
import { decodeLine, type EndLine } from './wire.ts';

/** How a call ended, or `null` where the connection was lost first; `started`: whether it was being worked on by then. */
export interface Answer {
  readonly started: boolean;
  readonly end: EndLine | null;
}

// A connection of its own for each call: one kept open may be closed by the other side just as the next call takes it.
const agent = new Agent({ keepAlive: false });

/** Asks the process behind a socket. Aborting the call's signal closes the connection. */
export async function requestCall(
  socketPath: string,
  path: string,
  input: unknown,
  call: PerformedCall,
): Promise<Answer> {
  let started = false;
  try {
    for await (const line of linesOf(await post(socketPath, path, JSON.stringify(input) ?? '', call))) {
      const read = decodeLine(line);
      if (read.kind === 'started') {
        started = true;
        call.waitsFor = null;
      } else if (read.kind === 'progress') call.onProgress(read.progress);
      else return { started, end: read };
    }
  } catch (error) {
    if (!isLostConnection(error)) throw error;
  }
  return { started, end: null };
}

function post(socketPath: string, path: string, body: string, call: PerformedCall): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const headers: Record<string, string | number> = {
      'content-type': 'application/json',
      'content-length': bytes.length,
    };
    if (call.deadline !== undefined) headers['remaining-ms'] = millisecondsUntil(call.deadline);
    request({ socketPath, path, method: 'POST', headers, agent, signal: call.signal }, resolve)
      .on('error', reject)
      .end(bytes);
  });
}

async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end));
      yield Buffer.concat(parts).toString();
      parts = [];
      from = end + 1;
    }
    parts.push(chunk.subarray(from));
  }
}

/** Errors of the system carry a code; what is wrong in the answer itself does not. */
function isLostConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
