import { Worker as Thread } from 'node:worker_threads';
import { currentContext } from '@piaffe/kernel';
import { contextHeaders, type PerformedCall } from '@piaffe/kernel/shape';
import { decodeLine, type EndLine } from '@piaffe/wire';
import type { Program } from './child-command.ts';
import { eachLine } from './each-line.ts';
import type { FromThread, ThreadOrder, ToThread } from './messages.ts';
import type { Output } from './standing.ts';
import type { LostFor, Worker } from './worker.ts';

/** A heap that grows beyond this ends the thread. What lies outside of heaps is not limited in a thread that is trusted. */
const heapMb = 512;
const startWithinMs = 30_000;
/** How long a thread that is at work may go on when it is to end. */
const graceMs = 1_000;

interface Work {
  readonly call: PerformedCall;
  readonly answer: PromiseWithResolvers<EndLine | null>;
}

/** A thread of the host's own process, asked by messages. */
export class ThreadWorker implements Worker {
  readonly #thread: Thread;
  readonly #ready = Promise.withResolvers<void>();
  readonly #lost = Promise.withResolvers<LostFor>();
  #work: Work | null = null;
  #idle: (() => void) | null = null;
  #problem: string | null = null;
  #lostFor: LostFor = 'crashed';

  constructor({ args, env }: Program, order: ThreadOrder, output: Output) {
    this.#thread = new Thread(args[0]!, {
      argv: args.slice(1),
      env,
      workerData: order,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    eachLine(this.#thread.stdout, (line) => output('stdout', line));
    eachLine(this.#thread.stderr, (line) => output('stderr', line));
    const timer = setTimeout(() => this.end('it was not ready in time'), startWithinMs);
    this.#thread.on('message', (message: FromThread) => {
      if (message === 'idle') this.#idle?.();
      else if (message !== 'ready') this.#hear(message);
      else {
        clearTimeout(timer);
        this.#ready.resolve();
      }
    });
    this.#thread.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#lostFor = 'exhausted';
      this.#problem ??= error.message;
      output('stderr', error.stack ?? error.message);
    });
    this.#thread.on('exit', (code) => {
      clearTimeout(timer);
      this.#problem ??= `it ended with code ${code}`;
      this.#lost.resolve(this.#lostFor);
      this.#answer(null);
    });
  }

  /** Resolves when its modules are created; stays pending when it ends before. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Why it ended; null as long as it did not. */
  get problem(): string | null {
    return this.#problem;
  }

  get lost(): Promise<LostFor> {
    return this.#lost.promise;
  }

  ask(path: string, input: unknown, call: PerformedCall): Promise<EndLine | null> {
    const work = { call, answer: Promise.withResolvers<EndLine | null>() };
    this.#work = work;
    const [, module = '', operation = ''] = path.split('/');
    const { traceparent, tracestate } = contextHeaders();
    const edge = { deadline: call.deadline, principal: currentContext().principal, traceparent, tracestate };
    const leave = () => {
      this.#tell('abort');
      if (this.#work === work) this.#work = null;
      work.answer.reject(call.signal.reason);
    };
    call.signal.addEventListener('abort', leave, { once: true });
    if (call.signal.aborted) leave();
    else this.#tell({ module, operation, input: JSON.stringify(input) ?? '', edge });
    return work.answer.promise;
  }

  idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle = resolve;
    this.#tell('idle');
    return promise;
  }

  end(because: string): void {
    this.#problem ??= because;
    void this.#thread.terminate();
  }

  /** Asks it to end its modules and itself. */
  stop(): void {
    this.#lostFor = 'down';
    this.#tell('stop');
    const timer = setTimeout(() => this.end('it did not end when asked'), graceMs);
    this.#thread.on('exit', () => clearTimeout(timer));
  }

  #hear(text: string): void {
    if (this.#work === null) return;
    const line = decodeLine(text);
    if (line.kind === 'progress') this.#work.call.onProgress(line.progress);
    else if (line.kind !== 'started') this.#answer(line);
  }

  #answer(end: EndLine | null): void {
    this.#work?.answer.resolve(end);
    this.#work = null;
  }

  #tell(message: ToThread): void {
    this.#thread.postMessage(message);
  }
}
