import { setTimeout as sleep } from 'node:timers/promises';
import type { Perform } from './guard.ts';
import { unavailable } from './unavailable.ts';

/** What may be made to go wrong with a module on purpose, to see what it costs. */
export type Fault = 'down' | 'hung' | 'slow' | 'corrupt' | 'overloaded';

const slowMs = 1_000;

/** Faults that were ordered, by module. Nobody orders any but a drill. */
export class Faults {
  readonly #ordered = new Map<string, { readonly fault: Fault; readonly over: PromiseWithResolvers<void> }>();

  order(module: string, fault: Fault | null): void {
    this.#ordered.get(module)?.over.resolve();
    if (fault === null) this.#ordered.delete(module);
    else this.#ordered.set(module, { fault, over: Promise.withResolvers() });
  }

  /** The same shape, as long as nothing was ordered. */
  around(module: string, perform: Perform): Perform {
    return (operation, input, call) => {
      const ordered = this.#ordered.get(module);
      if (ordered === undefined) return perform(operation, input, call);
      const { fault, over } = ordered;
      // What was stopped goes on where it was once it is let.
      if (fault === 'hung') return over.promise.then(() => perform(operation, input, call));
      if (fault === 'slow') return sleep(slowMs).then(() => perform(operation, input, call));
      if (fault === 'corrupt') return perform(operation, input, call).then(() => ({ corrupt: [operation] }));
      return Promise.reject(unavailable(module, fault, 1));
    };
  }
}
