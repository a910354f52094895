import { Worker } from 'node:worker_threads';
import { millisecondsUntil } from '../call.ts';
import { unavailable } from '../unavailable.ts';
import type { IncomingCall } from './call-server.ts';
import type { ChildOrder, FromWorker, ToWorker, WorkerOrder } from './messages.ts';
import { errorLine } from './wire.ts';

/** How long a thread whose caller has left, or has its answer, may go on before it is ended. */
const graceMs = 1_000;
/** What V8 sets aside for code: its usual 512 MB for each thread would have to be added to the limit of the process. */
const codeRangeSizeMb = 64;

interface Work {
  readonly call: IncomingCall;
  readonly answered: PromiseWithResolvers<void>;
  readonly over: PromiseWithResolvers<boolean>;
  isAnswered: boolean;
}

/** One thread of a child, from its start to its end, working on one call at a time. */
export class WorkerThread {
  /** Resolves once the modules are created, rejects when the thread ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  #work: Work | null = null;
  #limit: NodeJS.Timeout | undefined;
  #grace: NodeJS.Timeout | undefined;
  /** Why it can do no more. */
  #endedFor: 'crashed' | 'exhausted' | 'slow' | 'down' | null = null;

  constructor({ modules, hostSocketPath, workerHeapMb }: ChildOrder) {
    this.#worker = new Worker(process.argv[1], {
      argv: process.argv.slice(2),
      workerData: { modules, hostSocketPath } satisfies WorkerOrder,
      resourceLimits: { maxOldGenerationSizeMb: workerHeapMb, codeRangeSizeMb },
    });
    const ready = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.ended = ended.promise;
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') ready.resolve();
      else this.#hear(message);
    });
    this.#worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#endedFor ??= 'exhausted';
      console.error(error);
      ready.reject(error);
    });
    this.#worker.on('exit', () => {
      this.#endedFor ??= 'crashed';
      ready.reject(new Error('a worker ended before its modules were created'));
      this.#lose();
      ended.resolve();
    });
  }

  /** `answered`: the answer has been sent, by the thread or in its place. `over`: whether it can take another call. */
  work(call: IncomingCall): { readonly answered: Promise<void>; readonly over: Promise<boolean> } {
    const work: Work = {
      call,
      answered: Promise.withResolvers(),
      over: Promise.withResolvers(),
      isAnswered: false,
    };
    this.#work = work;
    const { module, operation, body, deadline, signal } = call;
    this.#tell({ kind: 'call', module, operation, body, deadline });
    if (deadline !== undefined) this.#limit = setTimeout(() => this.#endSoon(), millisecondsUntil(deadline));
    signal.addEventListener('abort', this.#abort, { once: true });
    if (signal.aborted) this.#abort();
    if (this.#endedFor !== null) this.#lose();
    return { answered: work.answered.promise, over: work.over.promise };
  }

  /** Lets the modules end; a thread that is at work until then does not finish it. */
  stop(): void {
    this.#endedFor ??= 'down';
    this.#tell({ kind: 'stop' });
    this.#endSoon();
  }

  #hear(message: FromWorker): void {
    if (this.#work === null) return;
    if (message.kind === 'line') void this.#work.call.send(message.bytes);
    else if (message.kind === 'answered') {
      this.#answered(this.#work);
      this.#endSoon();
    } else if (message.kind === 'spent') this.#end('exhausted');
    else if (message.kind === 'idle') this.#finish();
  }

  readonly #abort = () => {
    this.#tell({ kind: 'abort' });
    this.#endSoon();
  };

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #endSoon(): void {
    this.#grace ??= setTimeout(() => this.#end('slow'), graceMs);
  }

  #end(cause: 'exhausted' | 'slow'): void {
    this.#endedFor ??= cause;
    this.#lose();
    void this.#worker.terminate();
  }

  /** Answers in place of a thread that can do no more. */
  #lose(): void {
    if (this.#work === null) return;
    const { call, isAnswered } = this.#work;
    if (!isAnswered) void call.send(errorLine(unavailable(call.module, this.#endedFor ?? 'crashed')));
    this.#answered(this.#work);
    this.#finish();
  }

  #answered(work: Work): void {
    work.isAnswered = true;
    work.answered.resolve();
  }

  #finish(): void {
    clearTimeout(this.#limit);
    clearTimeout(this.#grace);
    this.#limit = this.#grace = undefined;
    this.#work?.call.signal.removeEventListener('abort', this.#abort);
    this.#work?.over.resolve(this.#endedFor === null);
    this.#work = null;
  }
}
