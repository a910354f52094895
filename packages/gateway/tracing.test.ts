import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

// As `node --import` does it: before anything of the server is there.
const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);
const { startGateway } = await import('./testing/gateway.fixture.ts');

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const caller = '00f067aa0ba902b7';

test('where the operator has OpenTelemetry, a request and all calls made for it are spans of the caller’s trace', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();

  const spansOf = async (path: string, flags: string): Promise<readonly ReadableSpan[]> => {
    exporter.reset();
    await rider.get(path, { traceparent: `00-${traceId}-${caller}-${flags}` });
    // The answer is read before the connection tells that it is over.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
  };

  const spans = await spansOf('/horses?limit=1', '01');
  const edge = spans.find(({ kind }) => kind === SpanKind.SERVER);
  assert.equal(edge?.name, 'GET /api/v1/horses');
  assert.equal(edge.parentSpanContext?.spanId, caller);
  assert.equal(edge.attributes['http.response.status_code'], 200);
  assert.equal(edge.attributes['url.path'], '/api/v1/horses', 'without the query');
  const calls = spans.filter((span) => span !== edge);
  assert.deepEqual(calls.map(({ name }) => name).sort(), ['auth.authenticate', 'stable.horses']);
  for (const { kind, parentSpanContext } of calls) {
    assert.equal(kind, SpanKind.CLIENT);
    assert.equal(parentSpanContext?.spanId, edge.spanContext().spanId);
  }

  const refused = await spansOf(`/horses/${'a'.repeat(26)}`, '01');
  const call = refused.find(({ name }) => name === 'stable.horse');
  assert.equal(call?.status.code, SpanStatusCode.ERROR);
  assert.deepEqual(await spansOf('/horses', '00'), [], 'the caller did not want it recorded');
});
