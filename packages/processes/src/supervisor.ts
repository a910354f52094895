import { setTimeout as sleep } from 'node:timers/promises';
import type { HostEvent, PartStatus } from '@piaffe/kernel';
import { type PerformedCall, unavailable } from '@piaffe/kernel/shape';
import type { Ask } from '@piaffe/wire';
import type { Order } from './order.ts';
import type { Output, Standing } from './standing.ts';
import { within } from './within.ts';

type Status = Pick<PartStatus, 'state' | 'since' | 'restarts' | 'lastProblem' | 'pid'>;

const firstDelayMs = 100;
const longestDelayMs = 2_000;
/** What stood so long begins with the first delay again. */
const settledMs = 30_000;
/** How long a call waits for what is just starting. */
const waitForStartMs = 10_000;
const startWithinMs = 30_000;
const stopWithinMs = 10_000;

/** Keeps one child process, or one thread of the host, running, and asks it. */
export class Supervisor implements AsyncDisposable {
  readonly #order: Order;
  readonly #startNext: (starts: number, output: Output) => Standing;
  readonly #stopping = new AbortController();
  readonly #over: Promise<void>;
  #state: Status['state'] = 'starting';
  #since = new Date();
  #standing: Standing | null = null;
  /** The same, as long as it can be asked. */
  #up: Standing | null = null;
  #upcoming!: PromiseWithResolvers<Standing>;
  #nextStart = 0;
  #restarts = 0;
  #lastProblem: string | null = null;

  /** `startNext` is told how many were started before. */
  constructor(order: Order, startNext: (starts: number, output: Output) => Standing) {
    this.#order = order;
    this.#startNext = startNext;
    this.#over = this.#supervise();
  }

  status(): Status {
    return {
      state: this.#state,
      since: this.#since.toISOString(),
      restarts: this.#restarts,
      lastProblem: this.#lastProblem,
      pid: this.#standing?.pid ?? null,
    };
  }

  /** What it gives waits while it is starting, and refuses at once while it is down or is started again. */
  ask(module: string): Ask {
    return async (path, input, call) => {
      const { workers } = this.#up ?? (await this.#onceUp(module, call));
      return workers.ask(module, path, input, call);
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    this.#up = null;
    const standing = this.#standing;
    standing?.stop();
    if (standing !== null && (await within(stopWithinMs, standing.ended)) === null)
      standing.kill('it did not end when asked');
    await this.#over;
  }

  async #supervise(): Promise<void> {
    let delay = firstDelayMs;
    for (let starts = 0; !this.#stopping.signal.aborted; starts++) {
      const began = performance.now();
      const problem = await this.#runOnce(starts);
      if (this.#stopping.signal.aborted) break;
      if (performance.now() - began > settledMs) delay = firstDelayMs;
      this.#lastProblem = problem;
      this.#nextStart = Date.now() + delay;
      this.#tell('ended', 'warn', `${problem}; it is started again in ${delay} ms`);
      this.#enter('down');
      await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => {});
      delay = Math.min(delay * 2, longestDelayMs);
      this.#restarts += 1;
    }
    this.#enter('down');
  }

  /** Resolves with the words for its end. */
  async #runOnce(starts: number): Promise<string> {
    this.#upcoming = Promise.withResolvers();
    this.#upcoming.promise.catch(() => {});
    this.#enter('starting');
    const problem = await this.#start(starts).catch((error) => `it does not start: ${error.message}`);
    this.#standing = null;
    this.#up = null;
    this.#upcoming.reject(problem);
    return problem;
  }

  async #start(starts: number): Promise<string> {
    const output: Output = (stream, line) =>
      this.#tell('output', stream === 'stdout' ? 'info' : 'warn', line);
    const standing = this.#startNext(starts, output);
    this.#standing = standing;
    this.#tell('starting', 'info', `starts with ${this.#order.modules.join(', ')}`);
    const timer = setTimeout(() => standing.kill('it was not ready in time'), startWithinMs);
    standing.ready.then(() => {
      clearTimeout(timer);
      if (this.#stopping.signal.aborted) return;
      this.#up = standing;
      this.#enter('up');
      this.#tell('up', 'info', 'is up');
      this.#upcoming.resolve(standing);
    });
    return standing.ended.finally(() => clearTimeout(timer));
  }

  async #onceUp(module: string, call: PerformedCall): Promise<Standing> {
    call.waitsFor = 'down';
    if (this.#state === 'down' || this.#restarts > 0 || this.#stopping.signal.aborted)
      throw unavailable(module, 'down', this.#retryAfter());
    const standing = await within(waitForStartMs, this.#upcoming.promise).catch(() => null);
    if (standing === null) throw unavailable(module, 'down', this.#retryAfter());
    return standing;
  }

  /** In seconds. */
  #retryAfter(): number {
    return Math.max(1, Math.ceil((this.#nextStart - Date.now()) / 1000));
  }

  #enter(state: Status['state']): void {
    this.#state = state;
    this.#since = new Date();
  }

  #tell(kind: HostEvent['kind'], level: HostEvent['level'], message: string): void {
    const { name, onEvent } = this.#order;
    onEvent({ kind, level, process: name, pid: this.#standing?.pid ?? null, message });
  }
}
