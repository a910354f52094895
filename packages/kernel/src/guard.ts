import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Call, PerformedCall, Progress } from './call.ts';
import { problemsOf } from './check.ts';
import { type Context, currentContext, runIn } from './context.ts';
import type { Client, Contract, Operation } from './contract.ts';
import { Failure, InvalidInput, InvalidOutput, Unexpected } from './errors.ts';
import { unavailable } from './unavailable.ts';

/** How a shape gets an operation done. What it rejects with is what the caller gets. */
export type Perform = (operation: string, input: unknown, call: PerformedCall) => Promise<unknown>;

const tracer = trace.getTracer('kernel');
const nothingSaid: Partial<Call> = {};

/**
 * A client that is the same in every shape: checks both ways, and never waits longer than its caller, the call it is part
 * of, or `callSeconds`.
 */
export function guard<C extends Contract>(contract: C, perform: Perform, callSeconds = Infinity): Client<C> {
  const client = Object.entries(contract.operations).map(([name, operation]) => {
    const fullName = `${contract.name}.${name}`;
    const guarded = async (input: unknown, given = nothingSaid): Promise<unknown> => {
      given.signal?.throwIfAborted();
      const inputProblems = problemsOf(operation.input, input);
      if (inputProblems.length > 0) throw new InvalidInput(fullName, inputProblems);
      const call = new OngoingCall(contract.name, given, callSeconds);
      const output = await call.whileAwaited(fullName, () => perform(name, input, call));
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

/** Ends the wait, not the work: whoever works sees it by the call's signal. */
class OngoingCall implements PerformedCall {
  waitsFor: PerformedCall['waitsFor'] = null;
  readonly #need: string;
  readonly #given: Partial<Call>;
  readonly #outer: Context;
  readonly #deadline: number;
  #controller: AbortController | null = null;
  #reject: ((reason: unknown) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ended: { readonly reason: unknown } | null = null;

  constructor(need: string, given: Partial<Call>, callSeconds: number) {
    this.#need = need;
    this.#given = given;
    this.#outer = currentContext();
    this.#deadline = Math.min(
      this.#outer.deadline,
      given.deadline === undefined ? Infinity : given.deadline.getTime(),
      callSeconds === Infinity ? Infinity : Date.now() + callSeconds * 1000,
    );
  }

  get deadline(): Date | undefined {
    return this.#deadline === Infinity ? undefined : new Date(this.#deadline);
  }

  /** Made when somebody asks for it: most calls are over before. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#ended !== null && !this.#controller.signal.aborted) this.#controller.abort(this.#ended.reason);
    return this.#controller.signal;
  }

  readonly onProgress = (progress: Progress): void => {
    if (this.#reject === null) return;
    try {
      this.#given.onProgress?.(progress);
    } catch (error) {
      this.#end(error);
    }
  };

  async whileAwaited(fullName: string, work: () => Promise<unknown>): Promise<unknown> {
    const { principal, trace: parent } = this.#outer;
    const span = tracer.startSpan(fullName, kindOfSpan, parent);
    const within = span.isRecording() ? trace.setSpan(parent, span) : parent;
    const { signal } = this.#given;
    try {
      return await new Promise((resolve, reject) => {
        this.#reject = reject;
        signal?.addEventListener('abort', this.#leave, { once: true });
        if (this.#deadline !== Infinity) armSoon(this);
        runIn({ deadline: this.#deadline, principal, trace: within }, work).then(resolve, reject);
      });
    } catch (error) {
      const thrown = this.#ended === null ? error : this.#ended.reason;
      fail(span, thrown);
      throw thrown;
    } finally {
      this.#reject = null;
      unarm(this);
      clearTimeout(this.#timer);
      signal?.removeEventListener('abort', this.#leave);
      span.end();
    }
  }

  arm(): void {
    const late = () => this.#end(unavailable(this.#need, this.waitsFor ?? 'slow'));
    this.#timer = setTimeout(late, Math.min(2 ** 31 - 1, Math.max(0, this.#deadline - Date.now())));
  }

  readonly #leave = () => this.#end(this.#given.signal?.reason);

  #end(reason: unknown): void {
    this.#ended ??= { reason };
    this.#controller?.abort(this.#ended.reason);
    this.#reject?.(this.#ended.reason);
  }
}

const kindOfSpan = { kind: SpanKind.CLIENT };

function fail(span: Span, error: unknown): void {
  if (!span.isRecording()) return;
  span.recordException(error instanceof Error ? error : String(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

// Timers cost more than most calls do: only those still going on when the loop comes round get one.
const young = new Set<OngoingCall>();

function armSoon(call: OngoingCall): void {
  if (young.size === 0) setImmediate(armAll);
  young.add(call);
}

function unarm(call: OngoingCall): void {
  young.delete(call);
}

function armAll(): void {
  for (const call of young) call.arm();
  young.clear();
}
