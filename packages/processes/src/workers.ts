import { type PerformedCall, unavailable } from '@piaffe/kernel/shape';
import type { EndLine } from '@piaffe/wire';
import { within } from './within.ts';
import type { Worker } from './worker.ts';

/** How many calls may wait for each worker before further ones are refused. */
const waitingPerWorker = 16;
/** How long a worker whose caller has left may go on before it is ended. */
const graceMs = 1_000;
/** How long the word that a worker has ended may be behind the end of its answer. */
const endingMs = 1_000;

interface Turn extends PromiseWithResolvers<Worker> {
  readonly module: string;
}

/** Warm workers, and the calls that wait for one. */
export class Workers {
  readonly #mostWaiting: number;
  readonly #free: Worker[] = [];
  readonly #waiting: Turn[] = [];

  constructor(count: number) {
    this.#mostWaiting = waitingPerWorker * count;
  }

  add(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(worker);
    else next.resolve(worker);
  }

  /** Whether it was not at work. */
  remove(worker: Worker): boolean {
    const place = this.#free.indexOf(worker);
    if (place !== -1) this.#free.splice(place, 1);
    return place !== -1;
  }

  /** Rejects with `Unavailable` where no worker answers. A worker that cannot go on takes only its own call with it. */
  async ask(module: string, path: string, input: unknown, call: PerformedCall): Promise<EndLine> {
    // Whoever has left while it was starting takes no worker.
    call.signal.throwIfAborted();
    call.waitsFor = 'overloaded';
    const worker = this.#free.pop() ?? (await this.#next(module, call));
    call.waitsFor = null;
    const end = await worker.ask(path, input, call).catch((error) => {
      void this.#addOnceIdle(worker);
      throw error;
    });
    if (end === null) {
      const cause = (await within(endingMs, worker.lost)) ?? 'crashed';
      worker.end('its connection was lost');
      throw unavailable(module, cause, cause === 'exhausted' ? null : 1);
    }
    if (end.kind !== 'unavailable') this.add(worker);
    else if (end.cause === 'exhausted') worker.end('it ran out of memory');
    else void this.#addOnceIdle(worker);
    return end;
  }

  /** Refuses those who wait: there will be no more workers. */
  close(): void {
    for (const { module, reject } of this.#waiting.splice(0)) reject(unavailable(module, 'down', 1));
  }

  async #next(module: string, { signal }: PerformedCall): Promise<Worker> {
    if (this.#waiting.length >= this.#mostWaiting) throw unavailable(module, 'overloaded', 5);
    const turn = { module, ...Promise.withResolvers<Worker>() };
    this.#waiting.push(turn);
    const leave = () => {
      const place = this.#waiting.indexOf(turn);
      if (place !== -1) this.#waiting.splice(place, 1);
      turn.reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    return turn.promise.finally(() => signal.removeEventListener('abort', leave));
  }

  async #addOnceIdle(worker: Worker): Promise<void> {
    const idle = worker.idle().then(
      () => true,
      () => false,
    );
    if (await within(graceMs, idle)) this.add(worker);
    else worker.end('it went on after its caller had left');
  }
}
