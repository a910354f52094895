import { setTimeout as sleep } from 'node:timers/promises';
import type { Perform } from './guard.ts';
import { unavailable } from './unavailable.ts';

/** What may be made to go wrong with a module on purpose, to see what it costs. */
export type Fault = 'down' | 'hung' | 'slow' | 'corrupt' | 'overloaded';

const slowMs = 1_000;

/** Faults that were ordered, by module. Nobody orders any but a drill. */
export class Faults {
  readonly #ordered = new Map<string, Fault>();

  order(module: string, fault: Fault | null): void {
    if (fault === null) this.#ordered.delete(module);
    else this.#ordered.set(module, fault);
  }

  /** The same shape, as long as nothing was ordered. */
  around(module: string, perform: Perform): Perform {
    return (operation, input, call) => {
      const fault = this.#ordered.get(module);
      if (fault === undefined) return perform(operation, input, call);
      if (fault === 'hung') return new Promise(() => {});
      if (fault === 'slow') return sleep(slowMs).then(() => perform(operation, input, call));
      if (fault === 'corrupt') return perform(operation, input, call).then(() => ({ corrupt: [operation] }));
      return Promise.reject(unavailable(module, fault, 1));
    };
  }
}
