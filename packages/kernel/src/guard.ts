import { type Call, millisecondsUntil } from './call.ts';
import { problemsOf } from './check.ts';
import type { Client, Contract, Operation } from './contract.ts';
import { Failure, InvalidInput, InvalidOutput, Unexpected } from './errors.ts';
import { unavailable } from './unavailable.ts';

/** A call on its way. `waitsFor` says what it waits for until somebody works on it: it cannot be slow before. */
export interface PerformedCall extends Call {
  waitsFor: 'down' | 'overloaded' | null;
}

/** How a shape gets an operation done. What it rejects with is what the caller gets. */
export type Perform = (operation: string, input: unknown, call: PerformedCall) => Promise<unknown>;

/**
 * A client that is the same in every shape: checks both ways, and never waits longer than its caller, or than
 * `callSeconds`.
 */
export function guard<C extends Contract>(contract: C, perform: Perform, callSeconds?: number): Client<C> {
  const client = Object.entries(contract.operations).map(([name, operation]) => {
    const fullName = `${contract.name}.${name}`;
    const guarded = async (input: unknown, given: Partial<Call> = {}): Promise<unknown> => {
      given.signal?.throwIfAborted();
      const inputProblems = problemsOf(operation.input, input);
      if (inputProblems.length > 0) throw new InvalidInput(fullName, inputProblems);
      const deadline = earlier(given.deadline, callSeconds);
      const output = await whileAwaited(contract.name, { ...given, deadline }, (call) =>
        perform(name, input, call),
      );
      const outputProblems = problemsOf(operation.output, output);
      if (outputProblems.length > 0) throw new InvalidOutput(fullName, outputProblems);
      return output;
    };
    return [name, guarded];
  });
  return Object.freeze(Object.fromEntries(client)) as Client<C>;
}

/** What became of a failure that its contract does not declare, or declares otherwise. */
export function declaredOr(fullName: string, operation: Operation, error: unknown): Error {
  const schema =
    error instanceof Failure && Object.hasOwn(operation.errors, error.code)
      ? operation.errors[error.code]
      : undefined;
  if (schema === undefined || problemsOf(schema, (error as Failure).details).length > 0)
    return new Unexpected(fullName, error);
  return error as Failure;
}

function earlier(deadline: Date | undefined, callSeconds: number | undefined): Date | undefined {
  if (callSeconds === undefined) return deadline;
  return new Date(Math.min(deadline?.getTime() ?? Infinity, Date.now() + callSeconds * 1000));
}

/** Ends the wait, not the work: whoever works sees it by the call's signal. */
async function whileAwaited(
  need: string,
  { signal, deadline, onProgress }: Partial<Call>,
  work: (call: PerformedCall) => Promise<unknown>,
): Promise<unknown> {
  const end = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(end.signal.reason), { once: true });
  });
  let awaited = true;
  const call: PerformedCall = {
    signal: end.signal,
    deadline,
    waitsFor: null,
    onProgress(progress) {
      if (!awaited || end.signal.aborted) return;
      try {
        onProgress?.(progress);
      } catch (error) {
        end.abort(error);
      }
    },
  };
  const onAbort = () => end.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  let timer: NodeJS.Timeout | undefined;
  if (deadline !== undefined) {
    const late = () => end.abort(unavailable(need, call.waitsFor ?? 'slow'));
    timer = setTimeout(late, millisecondsUntil(deadline));
  }
  try {
    return await Promise.race([work(call), ended]);
  } catch (error) {
    end.signal.throwIfAborted();
    throw error;
  } finally {
    awaited = false;
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
