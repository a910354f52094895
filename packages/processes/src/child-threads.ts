import { Worker } from 'node:worker_threads';
import { type ChildOrder, type FromChild, type ThreadOrder, threadSocketPath } from './messages.ts';

/** What V8 sets aside for code: its usual 512 MB for each thread would have to be added to the limit of the process. */
const codeRangeSizeMb = 64;
/** How long a thread may need to end. One at work in native code never does, and only the end of the process helps. */
const endWithinMs = 5_000;
/** How long a thread that is at work may go on when all are to end. */
const graceMs = 1_000;

/** The threads of a child, seen from its main one. One that ends is replaced; where one cannot be started, all ends. */
export class ChildThreads {
  readonly #order: ChildOrder;
  readonly #tell: (message: FromChild, then?: () => void) => void;
  readonly #threads = new Map<number, Worker>();
  #started = 0;
  #stopping = false;

  constructor(order: ChildOrder, tell: (message: FromChild, then?: () => void) => void) {
    this.#order = order;
    this.#tell = tell;
    while (this.#started < order.workers) this.#start();
  }

  end(thread: number): void {
    const worker = this.#threads.get(thread);
    if (worker === undefined) return;
    const timer = setTimeout(() => this.#fail('a thread of it cannot be ended'), endWithinMs);
    worker.once('exit', () => clearTimeout(timer));
    void worker.terminate();
  }

  /** Lets the modules of every thread end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#threads].map(([thread, worker]) => this.#stopOne(thread, worker)));
  }

  async #stopOne(thread: number, worker: Worker): Promise<void> {
    const timer = setTimeout(() => this.end(thread), graceMs);
    worker.postMessage('stop');
    await new Promise((resolve) => worker.once('exit', resolve));
    clearTimeout(timer);
  }

  #start(): void {
    const thread = this.#started++;
    const { modules, plugin, hostSocketPath, workerHeapMb } = this.#order;
    const socketPath = threadSocketPath(this.#order, thread);
    const worker = new Worker(process.argv[1]!, {
      argv: process.argv.slice(2),
      workerData: { modules, plugin, hostSocketPath, socketPath } satisfies ThreadOrder,
      resourceLimits: { maxOldGenerationSizeMb: workerHeapMb, codeRangeSizeMb },
    });
    this.#threads.set(thread, worker);
    let isUp = false;
    let cause: 'crashed' | 'exhausted' = 'crashed';
    worker.on('message', () => {
      isUp = true;
      this.#tell({ kind: 'up', thread });
    });
    worker.on('error', (error: Error & { code?: string }) => {
      console.error(error);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') cause = 'exhausted';
      if (!isUp) this.#fail(`its modules cannot be created: ${error.message}`);
    });
    worker.on('exit', () => {
      this.#threads.delete(thread);
      this.#tell({ kind: 'ended', thread, cause });
      if (this.#stopping) return;
      if (isUp) this.#start();
      else this.#fail('a thread of it ended before its modules were created');
    });
  }

  #fail(problem: string): void {
    this.#tell({ kind: 'failed', problem }, () => process.exit(1));
  }
}
