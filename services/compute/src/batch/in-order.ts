export interface InOrder<T> {
  /** Begins a work as soon as there is room for it, and resolves then. */
  add(work: () => Promise<T>): Promise<void>;
  /** Resolves once everything is told; rejects with what a work rejected with. */
  ended(): Promise<void>;
}

/** Does so many works at once, and tells what each gives in the order in which they were added. */
export function inOrder<T>(atOnce: number, tell: (value: T) => void): InOrder<T> {
  const atWork = new Set<Promise<unknown>>();
  let told: Promise<void> = Promise.resolve();
  return {
    async add(work) {
      while (atWork.size >= atOnce) await Promise.race(atWork);
      const value = work();
      const over = value.catch(() => {}).finally(() => atWork.delete(over));
      atWork.add(over);
      told = told.then(async () => tell(await value));
      told.catch(() => {});
    },
    ended: () => told,
  };
}
