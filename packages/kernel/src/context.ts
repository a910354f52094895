import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import {
  createTraceState,
  INVALID_TRACEID,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  type Context as Trace,
  trace,
} from '@opentelemetry/api';

/** What goes down by itself from a call to all that are made for it, in every shape. */
export interface Context {
  /** Milliseconds since 1970; Infinity for none. */
  readonly deadline: number;
  /** For whom all this is done, as the edge that let them in calls them; null for nobody in particular. */
  readonly principal: string | null;
  readonly trace: Trace;
}

const nothing: Context = { deadline: Infinity, principal: null, trace: ROOT_CONTEXT };
const storage = new AsyncLocalStorage<Context>({ defaultValue: nothing });

/** That of the call being worked on. */
export const currentContext = (): Context => storage.getStore()!;

export const runIn = <T>(context: Context, work: () => T): T => storage.run(context, work);

/**
 * What an edge knows of a request. `traceparent` and `tracestate` are headers of W3C Trace Context; wrong ones are
 * dropped.
 */
export interface Edge {
  readonly deadline?: Date | undefined;
  readonly principal?: string | null;
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}

/** Does `work` and all that is called in it with what the edge says, and with the outer context for the rest. */
export function withContext<T>(edge: Edge, work: () => T): T {
  const outer = currentContext();
  const parent = edge.traceparent === undefined ? null : spanContextOf(edge.traceparent, edge.tracestate);
  return storage.run(
    {
      deadline: Math.min(outer.deadline, edge.deadline?.getTime() ?? Infinity),
      principal: edge.principal === undefined ? outer.principal : edge.principal,
      trace: parent === null ? outer.trace : trace.setSpanContext(outer.trace, parent),
    },
    work,
  );
}

/** Does `work` outside of whatever call is going on: for what is shared by many, or goes on after the answer. */
export const withoutContext = <T>(work: () => T): T => storage.run(nothing, work);

/** The trace of the current call; a new one where nobody has begun one. */
export function currentTrace(): SpanContext {
  const context = trace.getSpanContext(currentContext().trace);
  if (context !== undefined && context.traceId !== INVALID_TRACEID) return context;
  return { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex'), traceFlags: 0 };
}

/** The headers by which the current context crosses to another process. */
export function contextHeaders(): Record<string, string> {
  const { traceId, spanId, traceFlags, traceState } = currentTrace();
  const { principal } = currentContext();
  const headers: Record<string, string> = {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
  };
  if (traceState !== undefined) headers.tracestate = traceState.serialize();
  if (principal !== null) headers.principal = encodeURIComponent(principal);
  return headers;
}

const traceparentForm = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-|$)/;

function spanContextOf(traceparent: string, tracestate = ''): SpanContext | null {
  const [, traceId, spanId, flags] = traceparentForm.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  const traceState = tracestate === '' ? undefined : createTraceState(tracestate);
  const found = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  const context = traceState === undefined ? found : { ...found, traceState };
  return isSpanContextValid(context) ? context : null;
}
