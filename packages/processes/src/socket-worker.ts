import type { PerformedCall } from '@piaffe/kernel/shape';
import { connectionsTo, type EndLine, requestCall } from '@piaffe/wire';
import type { LostFor, Worker } from './worker.ts';

/** Asked for, it is answered once a thread is idle. */
export const idlePath = '/idle';

/** A thread of a child, asked at a socket of its own: nothing lies between. */
export class SocketWorker implements Worker {
  readonly end: () => void;
  readonly #connections: ReturnType<typeof connectionsTo>;
  readonly #lost = Promise.withResolvers<LostFor>();

  constructor(socketPath: string, end: () => void) {
    this.end = end;
    this.#connections = connectionsTo({ socketPath });
  }

  get lost(): Promise<LostFor> {
    return this.#lost.promise;
  }

  async ask(path: string, input: unknown, call: PerformedCall): Promise<EndLine | null> {
    const { end } = await requestCall(this.#connections, path, input, call);
    if (end === null) call.signal.throwIfAborted();
    return end;
  }

  async idle(): Promise<void> {
    const { body } = await this.#connections.request({ path: idlePath, method: 'GET' });
    await body.dump();
  }

  /** It has gone. */
  lose(cause: LostFor): void {
    this.#lost.resolve(cause);
    void this.#connections[Symbol.asyncDispose]();
  }
}
