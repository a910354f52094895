import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@piaffe/kernel';

/** How long somebody waits for a computation that is started again. */
const patienceMs = 30_000;
const pauseMs = 200;

interface AtWork {
  /** Whether anybody else was at work at any moment of it. */
  company: boolean;
  readonly over: Promise<void>;
}

/**
 * Lets many use the computation at once. When it breaks down, nobody can tell whose work it was: each that was at work then
 * is tried once more, alone. So whatever breaks it costs itself alone.
 */
export class ComputationTurns {
  readonly #atWork = new Set<AtWork>();
  /** While there is one, nobody else begins. */
  #alone: Promise<void> | null = null;

  async do<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    while (this.#alone !== null) await this.#alone;
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const own: AtWork = { company: false, over };
    this.#atWork.add(own);
    if (this.#atWork.size > 1) for (const each of this.#atWork) each.company = true;
    try {
      return await patiently(work, signal);
    } catch (error) {
      if (!own.company || !brokeDown(error)) throw error;
    } finally {
      this.#atWork.delete(own);
      resolve();
    }
    return this.#doAlone(work, signal);
  }

  async #doAlone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const before = this.#alone;
    const { promise: turn, resolve } = Promise.withResolvers<void>();
    this.#alone = turn;
    try {
      await before;
      await Promise.all([...this.#atWork].map(({ over }) => over));
      return await patiently(work, signal);
    } finally {
      if (this.#alone === turn) this.#alone = null;
      resolve();
    }
  }
}

function brokeDown(error: unknown): boolean {
  return error instanceof Unavailable && (error.cause === 'crashed' || error.cause === 'exhausted');
}

/** What is down comes back by itself, for a while. */
async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const until = performance.now() + patienceMs; ; ) {
    try {
      return await work();
    } catch (error) {
      const mayComeBack = error instanceof Unavailable && error.cause === 'down' && performance.now() < until;
      if (!mayComeBack) throw error;
      await sleep(pauseMs, undefined, { signal });
    }
  }
}
