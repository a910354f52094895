import type { Program } from './child-command.ts';
import type { ThreadOrder } from './messages.ts';
import type { Output, Standing } from './standing.ts';
import { ThreadWorker } from './thread-worker.ts';
import { Workers } from './workers.ts';

/** A plugin in a thread of the host: it can bring the host down, and is reached in a fraction of the time. */
export class TrustedPlugin implements Standing {
  readonly pid = process.pid;
  readonly workers = new Workers(1);
  readonly #startThread: () => ThreadWorker;
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<string>();
  #worker: ThreadWorker;
  #stopping = false;

  constructor(program: Program, order: ThreadOrder, output: Output) {
    this.#startThread = () => new ThreadWorker(program, order, output);
    this.#worker = this.#start();
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get ended(): Promise<string> {
    return this.#ended.promise;
  }

  stop(): void {
    this.#stopping = true;
    this.#worker.stop();
  }

  kill(because: string): void {
    this.#stopping = true;
    this.#worker.end(because);
  }

  /** A thread that ends with a call is replaced. One that does so by itself, or cannot be started, is the end. */
  #start(): ThreadWorker {
    const worker = this.#startThread();
    let isUp = false;
    worker.ready.then(() => {
      isUp = true;
      this.workers.add(worker);
      this.#ready.resolve();
    });
    worker.lost.then(() => {
      const wasFree = this.workers.remove(worker);
      if (isUp && !wasFree && !this.#stopping) this.#worker = this.#start();
      else {
        this.workers.close();
        this.#ended.resolve(worker.problem ?? '');
      }
    });
    return worker;
  }
}
