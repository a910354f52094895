import type { Call } from './call.ts';
import type { Client, Contract, Implementation } from './contract.ts';
import { Unavailable } from './errors.ts';
import { declaredOr, guard, type Perform } from './guard.ts';
import { unavailable } from './unavailable.ts';

type PlainOperation = (input: unknown, call: Call) => Promise<unknown>;

/**
 * Puts a contract's checks around an implementation. A call through the client resolves with an output that fits, or
 * rejects with a declared `Failure`, with `Unavailable`, `InvalidInput`, `InvalidOutput` or `Unexpected`, or, at once
 * when its signal is aborted, with the signal's reason.
 */
export function bind<C extends Contract>(
  contract: C,
  implementation: Implementation<C>,
  around = (perform: Perform) => perform,
): Client<C> {
  const plain = implementation as unknown as Readonly<Record<string, PlainOperation>>;
  return guard(contract, {
    perform: around((name, input, call) => plain[name](input, call)),
    errorFor(name, error) {
      if (error instanceof Unavailable) return error;
      if (isOutOfMemory(error)) return unavailable(contract.name, 'exhausted');
      return declaredOr(`${contract.name}.${name}`, contract.operations[name], error);
    },
  });
}

/** What V8 throws when a buffer cannot be had. A full heap throws nothing: it ends the thread. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && /allocation failed|could not allocate memory/i.test(error.message);
}
