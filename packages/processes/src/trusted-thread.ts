import { Worker as Thread } from 'node:worker_threads';
import { currentContext } from '@piaffe/kernel';
import { contextHeaders, decodeLine, type EndLine, type PerformedCall } from '@piaffe/kernel/runner';
import type { Program } from './child-command.ts';
import { eachLine } from './each-line.ts';
import type { FromThread, ThreadOrder, ToThread } from './messages.ts';
import type { Output, Standing } from './standing.ts';
import { within } from './within.ts';
import type { LostFor, Worker } from './worker.ts';
import { Workers } from './workers.ts';

/** A heap that grows beyond this ends the thread. What lies outside of heaps is not limited in a thread that is trusted. */
const heapMb = 1_024;
const startWithinMs = 30_000;
const stopWithinMs = 1_000;

interface Work {
  readonly call: PerformedCall;
  readonly answer: PromiseWithResolvers<EndLine | null>;
}

/** A thread of the host's own process: what is in it can bring the host down, and is reached in a fifth of the time. */
export class TrustedThread implements Standing, Worker {
  readonly pid = process.pid;
  readonly workers = new Workers(1);
  readonly #thread: Thread;
  readonly #ready = Promise.withResolvers<void>();
  readonly #over = Promise.withResolvers<string>();
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
    const timer = setTimeout(() => this.kill('it was not ready in time'), startWithinMs);
    this.#thread.on('message', (message: FromThread) => {
      if (message === 'idle') this.#idle?.();
      else if (message !== 'ready') this.#hear(message);
      else {
        clearTimeout(timer);
        this.workers.add(this);
        this.#ready.resolve();
      }
    });
    this.#thread.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#lostFor = 'exhausted';
      this.#problem ??= error.message;
    });
    this.#thread.on('exit', (code) => {
      clearTimeout(timer);
      this.workers.remove(this);
      this.workers.close();
      this.#lost.resolve(this.#lostFor);
      this.#answer(null);
      this.#over.resolve(this.#problem ?? `it ended with code ${code}`);
    });
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get ended(): Promise<string> {
    return this.#over.promise;
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
    this.kill(because);
  }

  async stop(): Promise<void> {
    this.#lostFor = 'down';
    this.#tell('stop');
    if ((await within(stopWithinMs, this.ended)) === null) this.kill('it did not end when asked');
  }

  kill(because: string): void {
    this.#problem ??= because;
    void this.#thread.terminate();
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
