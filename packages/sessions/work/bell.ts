/** Wakes whoever waits for it; rung while nobody waits, it is heard by the next one who does. */
export class Bell {
  #rung = false;
  #heard: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#heard?.();
  }

  /** Resolves at the next ring, or after the time. */
  async heard(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      this.#heard = resolve;
      await promise;
      clearTimeout(timer);
      this.#heard = undefined;
    }
    this.#rung = false;
  }
}
