import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Call, PerformedCall, Progress } from './call.ts';
import { checkOf, problemsOf } from './check.ts';
import { type Context, currentContext, runIn } from './context.ts';
import type { Client, Contract, Operation } from './contract.ts';
import { Failure, InvalidInput, InvalidOutput, Unexpected } from './errors.ts';
import { unavailable } from './unavailable.ts';

/** How a shape gets an operation done. */
export type Perform = (operation: string, input: unknown, call: PerformedCall) => Promise<unknown>;

export interface Guarded {
  readonly perform: Perform;
  /** What the caller gets for what `perform` rejects with; by default the same. */
  errorFor?(operation: string, error: unknown): unknown;
  /** How long a call may take at the longest. */
  readonly callSeconds?: number | undefined;
}

const tracer = trace.getTracer('kernel');

/**
 * A client that is the same in every shape: checks both ways, and never waits longer than its caller, the call it is part
 * of, or `callSeconds`. One promise a call, and whatever is seldom asked for is made when it is: this is the hottest path.
 */
export function guard<C extends Contract>(
  contract: C,
  { perform, errorFor, callSeconds = Infinity }: Guarded,
): Client<C> {
  const client = Object.entries(contract.operations).map(([name, operation]) => {
    const fullName = `${contract.name}.${name}`;
    const inputFits = checkOf(operation.input);
    const outputFits = checkOf(operation.output);
    const guarded = (input: unknown, given?: Partial<Call>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        given?.signal?.throwIfAborted();
        if (!inputFits(input)) throw new InvalidInput(fullName, problemsOf(operation.input, input));
        const outer = currentContext();
        const span = tracer.startSpan(fullName, ofCaller, outer.trace);
        const context = narrowed(
          outer,
          given,
          callSeconds,
          span.isRecording() ? trace.setSpan(outer.trace, span) : outer.trace,
        );
        const call = new OngoingCall(contract.name, context.deadline, given, (error, output) => {
          if (error === null) resolve(output);
          else {
            if (span.isRecording())
              span.setStatus({ code: SpanStatusCode.ERROR, message: String(error.reason) });
            reject(error.reason);
          }
          span.end();
        });
        const fail = (error: unknown) =>
          call.end({ reason: errorFor === undefined ? error : errorFor(name, error) });
        const answer = (output: unknown) => {
          if (outputFits(output)) call.end(null, output);
          else call.end({ reason: new InvalidOutput(fullName, problemsOf(operation.output, output)) });
        };
        try {
          const work =
            context === outer ? perform(name, input, call) : runIn(context, () => perform(name, input, call));
          work.then(answer, fail);
        } catch (error) {
          fail(error);
        }
      });
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

const ofCaller = { kind: SpanKind.CLIENT };

/** The same object wherever nothing changes: to enter another one costs more than the rest of a call. */
function narrowed(
  outer: Context,
  given: Partial<Call> | undefined,
  callSeconds: number,
  within: Context['trace'],
): Context {
  const limit = callSeconds === Infinity ? Infinity : Date.now() + callSeconds * 1000;
  const deadline = Math.min(outer.deadline, given?.deadline?.getTime() ?? Infinity, limit);
  if (deadline === outer.deadline && within === outer.trace) return outer;
  return { deadline, principal: outer.principal, trace: within };
}

type Settle = (error: { readonly reason: unknown } | null, output?: unknown) => void;

/** A call somebody waits for. Its end ends the wait, not the work: whoever works sees it by the signal. */
class OngoingCall implements PerformedCall {
  waitsFor: PerformedCall['waitsFor'] = null;
  /** Among those that have no timer yet. */
  place = 0;
  readonly #need: string;
  readonly #deadline: number;
  readonly #given: Partial<Call> | undefined;
  readonly #settle: Settle;
  #left: { readonly reason: unknown } | null = null;
  #over = false;
  #controller: AbortController | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(need: string, deadline: number, given: Partial<Call> | undefined, settle: Settle) {
    this.#need = need;
    this.#deadline = deadline;
    this.#given = given;
    this.#settle = settle;
    if (deadline !== Infinity) armSoon(this);
    if (given?.signal !== undefined) {
      this.#leave = () => this.#abandon(given.signal!.reason);
      given.signal.addEventListener('abort', this.#leave, { once: true });
    }
  }

  get deadline(): Date | undefined {
    return this.#deadline === Infinity ? undefined : new Date(this.#deadline);
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#left !== null) this.#controller.abort(this.#left.reason);
    return this.#controller.signal;
  }

  get onProgress(): (progress: Progress) => void {
    return (progress) => {
      if (this.#over) return;
      try {
        this.#given?.onProgress?.(progress);
      } catch (error) {
        this.#abandon(error);
      }
    };
  }

  end(error: { readonly reason: unknown } | null, output?: unknown): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    else if (this.#deadline !== Infinity) unarm(this);
    if (this.#leave !== null) this.#given!.signal!.removeEventListener('abort', this.#leave);
    this.#settle(error, output);
  }

  /** Gives it the timer that ends it. */
  arm(): void {
    const late = () => this.#abandon(unavailable(this.#need, this.waitsFor ?? 'slow'));
    this.#timer = setTimeout(late, Math.min(2 ** 31 - 1, Math.max(0, this.#deadline - Date.now())));
  }

  #leave: (() => void) | null = null;

  #abandon(reason: unknown): void {
    if (this.#over) return;
    this.#left = { reason };
    this.end(this.#left);
    this.#controller?.abort(reason);
  }
}

// Timers cost more than most calls do: only those still going on when the loop comes round get one.
const young: OngoingCall[] = [];
let looking = false;

function armSoon(call: OngoingCall): void {
  call.place = young.push(call) - 1;
  if (!looking) setImmediate(armAll);
  looking = true;
}

function unarm(call: OngoingCall): void {
  const last = young.pop()!;
  if (last === call) return;
  young[call.place] = last;
  last.place = call.place;
}

function armAll(): void {
  looking = false;
  for (const call of young.splice(0)) call.arm();
}
