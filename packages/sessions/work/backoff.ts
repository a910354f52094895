const shortestSeconds = 0.5;
/** What waits for a part that is back waits no longer than this. */
const longestSeconds = 1.5;

/** A pause that grows each time it has to begin again before anything succeeded, with jitter. */
export class Backoff {
  #failures = 0;
  #until = 0;
  #reason: string | null = null;

  /** Why there is a pause; null when there is none. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Milliseconds to its end, 0 when that is now; null when there is no pause. */
  get remaining(): number | null {
    return this.#reason === null ? null : Math.max(0, this.#until - performance.now());
  }

  /** With `retryAfter`, in s, it lasts at least that long. */
  begin(reason: string, retryAfter: number | null): void {
    const grown = Math.min(longestSeconds, shortestSeconds * 2 ** this.#failures);
    const seconds = Math.max(grown * (0.5 + Math.random() / 2), retryAfter ?? 0);
    this.#failures++;
    this.#until = performance.now() + seconds * 1000;
    this.#reason = reason;
  }

  /** It is over, but nothing has succeeded yet: the next one is longer. */
  over(): void {
    this.#reason = null;
  }

  succeeded(): void {
    this.#failures = 0;
  }
}
