import type { Call } from './call.ts';
import { problemsOf } from './check.ts';
import type { Client, Contract, Implementation, Operation } from './contract.ts';
import { InvalidInput, InvalidOutput, isFailureOf, Unavailable, Unexpected } from './errors.ts';

type PlainOperation = (input: unknown, call: Call) => Promise<unknown>;

/**
 * Puts a contract's checks around an implementation. A call through the client resolves with an output that fits, or
 * rejects with a declared `Failure`, with `InvalidInput`, `InvalidOutput` or `Unexpected`, or, once its signal is
 * aborted, with the signal's reason.
 */
export function bind<C extends Contract>(contract: C, implementation: Implementation<C>): Client<C> {
  const plain = implementation as Readonly<Record<string, PlainOperation>>;
  const client = Object.entries(contract.operations).map(([name, operation]) => {
    const perform: PlainOperation = (input, call) => plain[name](input, call);
    return [name, checked(`${contract.name}.${name}`, operation, perform)];
  });
  return Object.freeze(Object.fromEntries(client)) as Client<C>;
}

function checked(fullName: string, operation: Operation, perform: PlainOperation) {
  return async (input: unknown, given: Partial<Call> = {}): Promise<unknown> => {
    const signal = given.signal ?? new AbortController().signal;
    const call: Call = { signal, onProgress: (progress) => given.onProgress?.(progress) };
    signal.throwIfAborted();
    const inputProblems = problemsOf(operation.input, input);
    if (inputProblems.length > 0) throw new InvalidInput(fullName, inputProblems);
    let output: unknown;
    try {
      output = await perform(input, call);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Unavailable) throw error;
      throw isDeclared(operation, error) ? error : new Unexpected(fullName, error);
    }
    const outputProblems = problemsOf(operation.output, output);
    if (outputProblems.length > 0) throw new InvalidOutput(fullName, outputProblems);
    return output;
  };
}

function isDeclared(operation: Operation, error: unknown): boolean {
  if (!isFailureOf(operation, error)) return false;
  return problemsOf(operation.errors[error.code], error.details).length === 0;
}
