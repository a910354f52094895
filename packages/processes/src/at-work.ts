/** What implementations are still at, which may be more than what callers wait for: these can leave sooner. */
export class AtWork {
  readonly #calls = new Set<Promise<unknown>>();

  /** The same implementation, whose calls are seen until they are really over. */
  watch(implementation: object): object {
    const calls = this.#calls;
    return new Proxy(implementation, {
      get(target, key) {
        const member = Reflect.get(target, key, target);
        if (typeof member !== 'function' || typeof key === 'symbol') return member;
        return (...given: unknown[]) => {
          const call = (async () => member.apply(target, given))();
          const isOver = () => calls.delete(call);
          calls.add(call);
          call.then(isOver, isOver);
          return call;
        };
      },
    });
  }

  async over(): Promise<void> {
    while (this.#calls.size > 0) await Promise.allSettled(this.#calls);
  }
}
