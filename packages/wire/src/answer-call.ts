import { type Call, type Edge, withContext } from '@piaffe/kernel';
import { type EndLine, errorLine, type Line } from './wire.ts';

type PlainClient = Readonly<Record<string, (input: unknown, call: Partial<Call>) => Promise<unknown>>>;

/** A call as it came in: the input is JSON, empty for none. */
export interface AskedCall {
  readonly module: string;
  readonly operation: string;
  readonly body: Uint8Array;
  readonly edge: Edge;
  readonly signal: AbortSignal;
}

/** Has a call answered by the modules in this thread: sends its progress and its end, and returns the end. */
export async function answerCall(
  clients: { get(module: string): object | undefined },
  { module, operation, body, edge, signal }: AskedCall,
  send: (line: Line) => void,
): Promise<EndLine> {
  const end = await withContext(edge, work).catch(errorLine);
  try {
    send(end);
    return end;
  } catch (error) {
    const told = errorLine(error);
    send(told);
    return told;
  }

  async function work(): Promise<EndLine> {
    const client = clients.get(module) as PlainClient | undefined;
    if (client === undefined || !Object.hasOwn(client, operation))
      throw new TypeError(`there is no ${module}.${operation} here`);
    const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
    const output = await client[operation](text === '' ? undefined : JSON.parse(text), {
      signal,
      onProgress: (progress) => send({ kind: 'progress', progress }),
    });
    return { kind: 'output', output };
  }
}
