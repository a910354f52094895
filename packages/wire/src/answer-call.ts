import { type Call, type Edge, withContext } from '@piaffe/kernel';
import { type EndLine, errorLine, type Line } from './wire.ts';

type PlainClient = Readonly<Record<string, (input: unknown, call: Partial<Call>) => Promise<unknown>>>;

/** A call as it came in. */
export interface AskedCall {
  readonly module: string;
  readonly operation: string;
  /** Throws where it cannot be read. */
  input(): unknown;
  readonly edge: Edge;
  readonly signal: AbortSignal;
}

/** Has a call answered by the modules in this thread: sends its progress and its end, and returns the end. */
export async function answerCall(
  clients: { get(module: string): object | undefined },
  { module, operation, input, edge, signal }: AskedCall,
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
    const output = await client[operation](input(), {
      signal,
      onProgress: (progress) => send({ kind: 'progress', progress }),
    });
    return { kind: 'output', output };
  }
}
