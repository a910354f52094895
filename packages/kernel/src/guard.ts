import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Call, PerformedCall } from './call.ts';
import { checkOf, problemsOf } from './check.ts';
import { type Context, currentContext, runIn } from './context.ts';
import type { Client, Contract, Operation } from './contract.ts';
import { Failure, InvalidInput, InvalidOutput, Unexpected } from './errors.ts';
import { OngoingCall } from './ongoing-call.ts';

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
 * A client that is the same in every shape: checks both ways, and never waits longer than its caller, the call it is
 * part of, or `callSeconds`. One promise a call, and whatever is seldom asked for is made when it is: this is the
 * hottest path.
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
