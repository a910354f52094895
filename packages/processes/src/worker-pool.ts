import { unavailable } from '../unavailable.ts';
import type { IncomingCall } from './call-server.ts';
import type { ChildOrder } from './messages.ts';
import { within } from './within.ts';
import { WorkerThread } from './worker-thread.ts';

/** How many calls may wait for each worker before further ones are refused. */
const waitingPerWorker = 16;
/** How long a thread may need to end. One at work in native code never does, and only the end of the process helps. */
const endWithinMs = 5_000;

/** Warm threads and the calls that wait for one. A thread that cannot go on is replaced; only its own call is lost. */
export class WorkerPool {
  readonly #order: ChildOrder;
  readonly #onFailure: (problem: unknown) => void;
  readonly #threads = new Set<WorkerThread>();
  readonly #free: WorkerThread[] = [];
  readonly #waiting: ((thread: WorkerThread | null) => void)[] = [];
  #stopping = false;

  /** `onFailure` is told when a thread cannot be started, or dies without a call: that is not to be tried for ever. */
  constructor(order: ChildOrder, onFailure: (problem: unknown) => void) {
    this.#order = order;
    this.#onFailure = onFailure;
  }

  /** Resolves once all threads are ready. */
  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.#order.workers }, () => this.#add()));
  }

  async perform(call: IncomingCall): Promise<void> {
    const thread = this.#free.pop() ?? (await this.#nextFree(call));
    if (thread === null) return;
    await call.send({ kind: 'started' });
    const { answered, over } = thread.work(call);
    over.then((warm) => (warm ? this.#release(thread) : this.#replace(thread))).catch(this.#onFailure);
    await answered;
  }

  /** Lets the modules of every thread end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      [...this.#threads].map((thread) => {
        thread.stop();
        return thread.ended;
      }),
    );
  }

  async #add(): Promise<void> {
    const thread = new WorkerThread(this.#order);
    await thread.ready;
    this.#threads.add(thread);
    thread.ended.then(() => {
      this.#threads.delete(thread);
      if (this.#free.includes(thread) && !this.#stopping) this.#onFailure('a worker ended without a call');
    });
    this.#release(thread);
  }

  async #replace(thread: WorkerThread): Promise<void> {
    if (
      (await within(
        endWithinMs,
        thread.ended.then(() => true),
      )) === null
    )
      throw new Error('a worker cannot be ended');
    if (!this.#stopping) await this.#add();
  }

  #release(thread: WorkerThread): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(thread);
    else next(thread);
  }

  /** Null when the caller leaves before its turn comes. */
  #nextFree({ module, signal }: IncomingCall): Promise<WorkerThread | null> {
    if (this.#waiting.length >= waitingPerWorker * this.#order.workers)
      throw unavailable(module, 'overloaded', 5);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => {
        const place = this.#waiting.indexOf(resolve);
        if (place !== -1) this.#waiting.splice(place, 1);
        resolve(null);
      });
    });
  }
}
