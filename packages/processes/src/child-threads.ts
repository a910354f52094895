import { type ChildOrder, type FromChild, type ThreadOrder, threadSocketPath } from './messages.ts';
import { ownArgs, startThread } from './start-thread.ts';
import { Thread } from './thread.ts';

/** What V8 sets aside for code: its usual 512 MB for each thread would have to be added to the limit of the process. */
const codeRangeSizeMb = 64;
/** How long a thread may need to end. One at work in native code never does, and only the end of the process helps. */
const endWithinMs = 5_000;

/** The threads of a child, seen from its main one. One that ends is replaced; where one cannot be started, all ends. */
export class ChildThreads {
  readonly #order: ChildOrder;
  readonly #tell: (message: FromChild, then?: () => void) => void;
  readonly #threads = new Map<number, Thread>();
  #started = 0;
  #stopping = false;

  constructor(order: ChildOrder, tell: (message: FromChild, then?: () => void) => void) {
    this.#order = order;
    this.#tell = tell;
    while (this.#started < order.workers) this.#start();
  }

  end(number: number): void {
    const thread = this.#threads.get(number);
    if (thread === undefined) return;
    const timer = setTimeout(() => this.#fail('a thread of it cannot be ended'), endWithinMs);
    thread.ended.then(() => clearTimeout(timer));
    thread.end();
  }

  /** Lets the modules of every thread end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const threads = [...this.#threads.values()];
    for (const thread of threads) thread.stop();
    await Promise.all(threads.map(({ ended }) => ended));
  }

  #start(): void {
    const number = this.#started++;
    const { modules, plugin, hostSocketPath, workerHeapMb } = this.#order;
    const asked = threadSocketPath(this.#order, number);
    const thread = new Thread(
      startThread(ownArgs(), {
        workerData: { modules, plugin, hostSocketPath, asked } satisfies ThreadOrder,
        resourceLimits: { maxOldGenerationSizeMb: workerHeapMb, codeRangeSizeMb },
      }),
    );
    this.#threads.set(number, thread);
    thread.ready.then(() => this.#tell({ kind: 'up', thread: number }));
    thread.ended.then(({ wasUp, error, problem, cause }) => {
      this.#threads.delete(number);
      if (error !== null) console.error(error);
      this.#tell({ kind: 'ended', thread: number, cause });
      if (this.#stopping) return;
      if (wasUp) this.#start();
      else this.#fail(`it cannot create its modules: ${problem}`);
    });
  }

  #fail(problem: string): void {
    this.#tell({ kind: 'failed', problem }, () => process.exit(1));
  }
}
