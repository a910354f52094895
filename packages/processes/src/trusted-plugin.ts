import { MessageChannel, type Worker } from 'node:worker_threads';
import { AskedThread } from './asked-thread.ts';
import { overPort } from './channel.ts';
import { eachLine } from './each-line.ts';
import type { ThreadOrder } from './messages.ts';
import type { Program } from './program.ts';
import type { Output, Standing } from './standing.ts';
import { startThread } from './start-thread.ts';
import { Thread } from './thread.ts';
import { Workers } from './workers.ts';

/** A heap that grows beyond this ends the thread. What lies outside of heaps is not limited in one that is trusted. */
const heapMb = 512;

/** A plugin in a thread of the host: it can bring the host down, and is reached in a fraction of the time. */
export class TrustedPlugin implements Standing {
  readonly pid = process.pid;
  readonly workers = new Workers(1);
  readonly #program: Program;
  readonly #order: Omit<ThreadOrder, 'asked'>;
  readonly #output: Output;
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<string>();
  #thread: Thread;
  #stopping = false;
  #problem: string | null = null;

  constructor(program: Program, order: Omit<ThreadOrder, 'asked'>, output: Output) {
    this.#program = program;
    this.#order = order;
    this.#output = output;
    this.#thread = this.#start();
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get ended(): Promise<string> {
    return this.#ended.promise;
  }

  stop(): void {
    this.#stopping = true;
    this.#thread.stop();
  }

  kill(because: string): void {
    this.#stopping = true;
    this.#problem ??= because;
    this.#thread.end();
  }

  /** A thread that ends with a call is replaced. One that does so by itself, or cannot be started, is the end. */
  #start(): Thread {
    const { port1, port2 } = new MessageChannel();
    const thread = new Thread(this.#startWorker({ ...this.#order, asked: port2 }));
    const asked = new AskedThread(overPort(port1), () => thread.end());
    thread.ready.then(() => {
      this.workers.add(asked);
      this.#ready.resolve();
    });
    thread.ended.then(({ wasUp, error, problem, cause }) => {
      if (error !== null) this.#output('stderr', error.stack ?? error.message);
      const wasFree = this.workers.remove(asked);
      asked.lose(this.#stopping ? 'down' : cause);
      if (wasUp && !wasFree && !this.#stopping) this.#thread = this.#start();
      else {
        this.workers.close();
        this.#ended.resolve(this.#problem ?? problem);
      }
    });
    return thread;
  }

  #startWorker(order: ThreadOrder & { readonly asked: object }): Worker {
    const { args, env } = this.#program;
    const worker = startThread(args, {
      env,
      workerData: order,
      transferList: [order.asked],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    eachLine(worker.stdout, (line) => this.#output('stdout', line));
    eachLine(worker.stderr, (line) => this.#output('stderr', line));
    return worker;
  }
}
