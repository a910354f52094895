import { setImmediate } from 'node:timers/promises';

/** ms of work after which others get their turn. */
const LONGEST_TURN = 20;

/**
 * Long work in turns: after each, what else waits is done, and an abort is heard. Without them a signal from a timer or from
 * another thread would only come when the work is done.
 */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  /** The first turn is over at once: what was asked for before the work began comes before it. */
  #since = Number.NEGATIVE_INFINITY;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  get isOver(): boolean {
    return performance.now() - this.#since > LONGEST_TURN;
  }

  /** @throws the reason of an aborted signal */
  async next(): Promise<void> {
    await setImmediate();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

/**
 * What the steps return in the end; a step is to take a few ms at most.
 * @throws what a step throws, or the reason of an aborted signal
 */
export async function inTurns<T>(steps: Iterator<void, T>, signal: AbortSignal | undefined): Promise<T> {
  const turns = new Turns(signal);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (turns.isOver) await turns.next();
  }
}
