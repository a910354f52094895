import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostEvent, PartStatus } from '../events.ts';
import type { PerformedCall } from '../guard.ts';
import type { ProcessLimits } from '../plan.ts';
import { unavailable } from '../unavailable.ts';
import { Child, type Ending } from './child.ts';
import { childCommand, type Program, workerHeapMb } from './child-command.ts';
import { requestCall } from './request-call.ts';
import type { EndLine } from './wire.ts';
import { within } from './within.ts';

interface SupervisorOptions {
  readonly name: string;
  readonly limits: ProcessLimits;
  readonly modules: readonly string[];
  readonly program: Program;
  /** A folder that nobody else may enter, for its socket. */
  readonly folder: string;
  readonly hostSocketPath: string;
  onEvent(event: HostEvent): void;
}

const firstDelayMs = 100;
const longestDelayMs = 10_000;
/** A child that stood so long begins with the first delay again. */
const settledMs = 30_000;
/** How long a call waits for a child that is just starting. */
const waitForStartMs = 10_000;
/** How long the end of a child may be behind the end of its connections. */
const endingMs = 1_000;
const stopWithinMs = 10_000;

/** Keeps one child process running, and asks it. */
export class Supervisor implements AsyncDisposable {
  readonly #options: SupervisorOptions;
  readonly #stopping = new AbortController();
  readonly #over: Promise<void>;
  #state: PartStatus['state'] = 'starting';
  #since = new Date();
  #child: Child | null = null;
  #upcoming!: PromiseWithResolvers<Child>;
  #nextStart = 0;
  #restarts = 0;
  #lastProblem: string | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#over = this.#supervise();
  }

  status(): Omit<PartStatus, 'module' | 'shape' | 'process'> {
    return {
      state: this.#state,
      since: this.#since.toISOString(),
      restarts: this.#restarts,
      lastProblem: this.#lastProblem,
      pid: this.#child?.pid ?? null,
    };
  }

  /** Asks a module of the child. Waits while the child is starting; refuses at once while it is down. */
  async ask(module: string, path: string, input: unknown, call: PerformedCall): Promise<EndLine> {
    call.waitsFor = 'down';
    const child = await this.#running(module);
    call.waitsFor = 'overloaded';
    call.signal.throwIfAborted();
    const { started, end } = await requestCall(child.socketPath, path, input, call);
    if (end !== null) return end;
    call.signal.throwIfAborted();
    const ending = await within(endingMs, child.ended);
    if (!started) throw unavailable(module, 'down', this.#retryAfter());
    throw unavailable(module, ending?.cause ?? 'crashed', this.#retryAfter());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    child?.stop();
    if (child !== null && (await within(stopWithinMs, child.ended)) === null)
      child.kill('it did not end when asked');
    await this.#over;
  }

  async #supervise(): Promise<void> {
    let delay = firstDelayMs;
    for (let starts = 0; !this.#stopping.signal.aborted; starts++) {
      const began = performance.now();
      const ending = await this.#runOnce(starts);
      if (this.#stopping.signal.aborted) break;
      if (performance.now() - began > settledMs) delay = firstDelayMs;
      this.#lastProblem = ending.problem;
      this.#nextStart = Date.now() + delay;
      this.#tell('ended', 'warn', `${ending.problem}; it is started again in ${delay} ms`);
      this.#enter('down');
      await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => {});
      delay = Math.min(delay * 2, longestDelayMs);
      this.#restarts += 1;
    }
    this.#enter('down');
  }

  async #runOnce(starts: number): Promise<Ending> {
    this.#upcoming = Promise.withResolvers();
    this.#upcoming.promise.catch(() => {});
    this.#enter('starting');
    const ending = await this.#start(starts).catch(
      (error): Ending => ({ problem: `it does not start: ${error.message}`, cause: 'crashed' }),
    );
    this.#child = null;
    this.#upcoming.reject(ending);
    return ending;
  }

  async #start(starts: number): Promise<Ending> {
    const { name, folder, hostSocketPath, limits, modules, program } = this.#options;
    const { command, args, limited } = childCommand(program, limits);
    const child = new Child({
      command,
      args,
      env: program.env,
      order: {
        modules,
        hostSocketPath,
        // A new one each time, as a child that was killed leaves its socket behind.
        socketPath: join(folder, `${name}-${starts}.sock`),
        workers: limits.workers,
        workerHeapMb: workerHeapMb(limits),
      },
      onOutput: (stream, line) => this.#tell('output', stream === 'stdout' ? 'info' : 'warn', line),
    });
    this.#child = child;
    this.#tell('starting', 'info', `starts with ${modules.join(', ')}`);
    if (!limited && starts === 0)
      this.#tell('unlimited', 'warn', 'this system cannot limit its memory; only its heaps are limited');
    child.ready.then(() => {
      this.#enter('up');
      this.#tell('up', 'info', 'is up');
      this.#upcoming.resolve(child);
    });
    return child.ended;
  }

  async #running(module: string): Promise<Child> {
    if (this.#state === 'down' || this.#stopping.signal.aborted)
      throw unavailable(module, 'down', this.#retryAfter());
    const child = await within(waitForStartMs, this.#upcoming.promise).catch(() => null);
    if (child === null) throw unavailable(module, 'down', this.#retryAfter());
    return child;
  }

  /** In seconds. */
  #retryAfter(): number {
    return Math.max(1, Math.ceil((this.#nextStart - Date.now()) / 1000));
  }

  #enter(state: PartStatus['state']): void {
    this.#state = state;
    this.#since = new Date();
  }

  #tell(kind: HostEvent['kind'], level: HostEvent['level'], message: string): void {
    this.#options.onEvent({
      kind,
      level,
      process: this.#options.name,
      pid: this.#child?.pid ?? null,
      message,
    });
  }
}
