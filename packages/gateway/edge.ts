import { randomBytes } from 'node:crypto';
import {
  isSpanContextValid,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { currentContext, currentTrace, type Edge, withContext, withoutContext } from '@piaffe/kernel';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { inSeconds } from './in-time.ts';
import { isLasting, type Limits } from './limits.ts';
import { hasBody } from './request-body.ts';

const tracer = trace.getTracer('gateway');

/**
 * What a request hands down by itself to all that is asked for it: until when, in whose trace, for whom. One that names no
 * trace begins one. Time counts from when its body is there, as nobody knows before how long that takes.
 */
export function openEdge(app: App, { seconds }: Limits): void {
  const deadline = ({ routeOptions: { config } }: FastifyRequest) =>
    isLasting(config) ? undefined : inSeconds(seconds.answer);

  app.addHook('onRequest', (request, reply, done) => {
    const span = beginSpan(request);
    request.edge = { ...traceOf(span.spanContext()), deadline: deadline(request) };
    // Each guard of a request waits for its end, and so do a stream's own: more than Node takes for a leak.
    reply.raw.setMaxListeners(30);
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.statusCode);
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    if (hasBody(request)) request.edge = { ...request.edge, deadline: deadline(request) };
    const principal = request.authenticated?.principal.account ?? null;
    withContext({ ...request.edge, principal }, done);
  });
}

/** Does what many wait for, or what goes on after the answer: in the trace of whoever began it, with no end of theirs. */
export function beyondRequest<T>(work: () => T): T {
  const edge = traceOf(currentTrace());
  return withoutContext(() => withContext(edge, work));
}

/** The id of the trace, as logs have it. */
export const traceIdOf = ({ traceparent = '' }: Edge): string => traceparent.split('-')[1] ?? '';

/** Within that of the operator's own instrumentation of HTTP, where there is one, else of what the request names. */
function beginSpan({ headers, method, routeOptions, url }: FastifyRequest): Span {
  const named = withContext(
    { traceparent: textOf(headers.traceparent), tracestate: textOf(headers.tracestate) },
    () => currentContext().trace,
  );
  const around = trace.getActiveSpan();
  const { url: route = 'none' } = routeOptions;
  return tracer.startSpan(
    `${method} ${route}`,
    {
      kind: around === undefined ? SpanKind.SERVER : SpanKind.INTERNAL,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        // Without the query, which may hold what is nobody's business.
        'url.path': url.split('?', 1)[0] ?? '',
      },
    },
    around === undefined ? named : trace.setSpan(named, around),
  );
}

const textOf = (header: string | readonly string[] | undefined) =>
  header === undefined ? undefined : `${header}`;

/** As W3C Trace Context writes it. Where nobody has begun a trace, a new one that is not recorded. */
function traceOf(context: SpanContext): Edge {
  if (!isSpanContextValid(context))
    return { traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00` };
  const { traceId, spanId, traceFlags, traceState } = context;
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    tracestate: traceState?.serialize(),
  };
}
