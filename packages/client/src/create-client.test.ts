import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpServer } from '../testing/http-server.fixture.ts';
import { ApiProblem, createClient } from './index.ts';

test('a problem of the server is an error with its code, its words and its request id', async () => {
  await using server = await httpServer((_request, response) => {
    response.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '7' });
    response.end(
      JSON.stringify({ status: 429, code: 'too-many-requests', detail: 'Wait a little.', requestId: 'r-1' }),
    );
  });
  const problem = await thrownBy(createClient({ baseUrl: server.url }).get('/horses'));
  const { status, code, detail, requestId, retryAfter, message } = problem;
  assert.deepEqual(
    { status, code, detail, requestId, retryAfter, message },
    {
      status: 429,
      code: 'too-many-requests',
      detail: 'Wait a little.',
      requestId: 'r-1',
      retryAfter: 7,
      message: 'Wait a little.',
    },
  );
});

test('what a proxy in between writes is a problem too, with the status in its code', async () => {
  await using server = await httpServer((_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<h1>Bad Gateway</h1>');
  });
  const { code, status, requestId } = await thrownBy(createClient({ baseUrl: server.url }).get('/horses'));
  assert.deepEqual({ code, status, requestId }, { code: 'http-502', status: 502, requestId: null });
});

test('a server that is not there is unreachable, and says what to check', async () => {
  const { code, status, detail } = await thrownBy(
    createClient({ baseUrl: 'http://127.0.0.1:1' }).get('/horses'),
  );
  assert.deepEqual({ code, status }, { code: 'unreachable', status: 0 });
  assert.match(detail, /connection/);
});

test('a call that its caller aborts rejects with the caller’s reason, not with a problem', async () => {
  await using server = await httpServer(() => {});
  const stop = new AbortController();
  const asked = createClient({ baseUrl: server.url }).get('/horses', { signal: stop.signal });
  const reason = new Error('changed my mind');
  stop.abort(reason);
  await assert.rejects(asked, reason);
});

test('the token goes with every call, in its header and never in the address', async () => {
  const seen: unknown[] = [];
  await using server = await httpServer((request, response) => {
    seen.push([request.url, request.headers.authorization]);
    response.setHeader('content-type', 'application/json');
    response.end('{"items":[],"next":null}');
  });
  const client = createClient({ baseUrl: `${server.url}/api/v1/`, token: 'secret' });
  await client.get('/horses', { params: { query: { limit: 5 } } });
  for await (const _ of client.followEvents({ signal: AbortSignal.timeout(50) }));
  assert.deepEqual(seen.slice(0, 2), [
    ['/api/v1/horses?limit=5', 'Bearer secret'],
    ['/api/v1/events', 'Bearer secret'],
  ]);
});

async function thrownBy(call: Promise<unknown>): Promise<ApiProblem> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ApiProblem, String(error));
  return error;
}
