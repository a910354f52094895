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
  /** Among those that are awaited. */
  place = 0;
  /** Milliseconds since 1970; Infinity for never. */
  readonly endsAt: number;
  readonly #need: string;
  readonly #given: Partial<Call> | undefined;
  readonly #settle: Settle;
  #left: { readonly reason: unknown } | null = null;
  #over = false;
  #controller: AbortController | null = null;

  constructor(need: string, endsAt: number, given: Partial<Call> | undefined, settle: Settle) {
    this.#need = need;
    this.endsAt = endsAt;
    this.#given = given;
    this.#settle = settle;
    if (endsAt !== Infinity) watch(this);
    if (given?.signal !== undefined) {
      this.#leave = () => this.#abandon(given.signal!.reason);
      given.signal.addEventListener('abort', this.#leave, { once: true });
    }
  }

  get deadline(): Date | undefined {
    return this.endsAt === Infinity ? undefined : new Date(this.endsAt);
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
    if (this.endsAt !== Infinity) unwatch(this);
    if (this.#leave !== null) this.#given!.signal!.removeEventListener('abort', this.#leave);
    this.#settle(error, output);
  }

  late(): void {
    this.#abandon(unavailable(this.#need, this.waitsFor ?? 'slow'));
  }

  #leave: (() => void) | null = null;

  #abandon(reason: unknown): void {
    if (this.#over) return;
    this.#left = { reason };
    this.end(this.#left);
    this.#controller?.abort(reason);
  }
}

// One timer for all calls with a deadline, set for the earliest: one each would cost more than most calls do. When the
// call it was set for ends, it is left as it is; those still awaited are looked at when it rings.
const awaited: OngoingCall[] = [];
let timer: NodeJS.Timeout | undefined;
let rings = Infinity;

function watch(call: OngoingCall): void {
  call.place = awaited.push(call) - 1;
  if (call.endsAt < rings) ringAt(call.endsAt);
  else if (awaited.length === 1) timer?.ref();
}

function unwatch(call: OngoingCall): void {
  const last = awaited.pop()!;
  if (last !== call) {
    awaited[call.place] = last;
    last.place = call.place;
  }
  // Nothing is kept alive by a timer nobody waits for.
  if (awaited.length === 0) timer?.unref();
}

function ringAt(time: number): void {
  clearTimeout(timer);
  rings = time;
  timer = setTimeout(ring, Math.min(2 ** 31 - 1, Math.max(0, time - Date.now())));
}

function ring(): void {
  rings = Infinity;
  const now = Date.now();
  for (const call of [...awaited]) if (call.endsAt <= now) call.late();
  const earliest = awaited.reduce((least, { endsAt }) => Math.min(least, endsAt), Infinity);
  if (earliest !== Infinity) ringAt(earliest);
}
