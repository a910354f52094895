import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '@piaffe/kernel';
import type { PartHealth } from './contract.ts';
import { startGateway, tokenOf } from './testing/gateway.fixture.ts';
import { partLike } from './testing/parts.fixture.ts';

const part = (name: string, state: PartHealth['state']) =>
  partLike(name, {
    state,
    required: name !== 'aggregation',
    detail: state === 'up' ? null : 'it stopped',
  });

test('ready tells of each part, and fails only when one is down that everything needs', async (t) => {
  let parts: PartHealth[] = [];
  const gateway = await startGateway(t, { basePath: '/barn', needs: () => ({ health: () => parts }) });
  const ready = async (path = `${gateway.url}/health/ready`) => {
    const response = await fetch(path);
    const { status, parts } = (await response.json()) as { status: string; parts: unknown };
    return [response.status, status, parts];
  };
  const cases: [PartHealth[], number, string][] = [
    [[part('auth', 'up'), part('aggregation', 'up')], 200, 'ready'],
    [[part('auth', 'up'), part('aggregation', 'down')], 200, 'degraded'],
    [[part('auth', 'up'), part('aggregation', 'starting')], 200, 'degraded'],
    [[part('auth', 'degraded'), part('aggregation', 'up')], 200, 'degraded'],
    [[part('auth', 'down'), part('aggregation', 'up')], 503, 'down'],
    [[part('auth', 'starting'), part('aggregation', 'up')], 503, 'down'],
  ];
  for (const [given, status, word] of cases) {
    parts = given;
    assert.deepEqual(await ready(), [status, word, given]);
  }
  assert.deepEqual(await ready(`http://127.0.0.1:${gateway.port}/health/ready`), await ready());
  assert.equal((await fetch(`http://127.0.0.1:${gateway.port}/health/live`)).status, 200);
});

test('a part that cannot answer is told as such, with a status that says how, and when to come back', async (t) => {
  let cause: Unavailable['cause'] = 'down';
  const gateway = await startGateway(t, {
    needs: ({ auth }) => ({
      auth: {
        ...auth,
        authenticate: async () => {
          throw new Unavailable('auth', cause, 'Signing in does not work just now. Try again in a minute.', {
            feature: 'signing in',
            retryAfter: 7.2,
          });
        },
      },
    }),
  });
  const causes = {
    down: [503, 'unavailable'],
    crashed: [503, 'unavailable'],
    slow: [504, 'too-slow'],
    full: [507, 'storage-full'],
  };
  for (const [each, [status, code]] of Object.entries(causes)) {
    cause = each as typeof cause;
    const answer = await gateway.anonymous().get('/horses', { authorization: `Bearer ${'x'.repeat(30)}` });
    assert.deepEqual([answer.status, answer.problem()], [status, code]);
    assert.equal(answer.headers.get('retry-after'), '8');
    const { need, feature, detail, retryAfter } = JSON.parse(answer.text);
    assert.deepEqual({ need, feature, retryAfter }, { need: 'auth', feature: 'signing in', retryAfter: 8 });
    assert.match(detail, /^Signing in does not work/);
  }
  assert.equal((await fetch(`${gateway.url}/health/live`)).status, 200);
});

test('what nobody foresaw is our fault: the log has it all, the answer nothing but the request’s id', async (t) => {
  const gateway = await startGateway(t, {
    needs: ({ stable }) => ({
      stable: { ...stable, horses: () => Promise.reject(new Error('the inner workings, /etc/passwd')) },
    }),
  });
  const answer = await (await gateway.administrator()).get('/horses', { 'x-request-id': 'my-request-1' });
  assert.equal(answer.status, 500);
  assert.equal(answer.problem(), 'unexpected');
  assert.equal(answer.headers.get('x-request-id'), 'my-request-1');
  assert.doesNotMatch(answer.text, /inner workings|passwd|stack/);
  const line = gateway.logged.find((line) => line.includes('a request failed'));
  assert.match(line ?? '', /my-request-1/);
});

test('an id of the request that is not well-formed is replaced', async (t) => {
  const gateway = await startGateway(t);
  for (const id of ['short', 'x'.repeat(65), 'with space and more', '<script>alert(1)</script>']) {
    const answer = await gateway.anonymous().get('/account', { 'x-request-id': id });
    assert.match(answer.headers.get('x-request-id')!, /^[0-9a-f-]{36}$/);
  }
});

test('metrics count requests by their route, what is in flight, and the work list', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  for (let i = 0; i < 3; i++) await rider.get('/horses?limit=1');
  await rider.get(`/horses/${'a'.repeat(26)}`);
  const response = await fetch(`${gateway.url}/metrics`);
  const text = await response.text();
  assert.match(response.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/);
  assert.match(
    text,
    /piaffe_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/horses",status="200"\} 3/,
  );
  assert.match(text, /route="\/api\/v1\/horses\/:horse",status="404"\} 1/);
  assert.match(text, /piaffe_http_requests_in_flight\{load="health"\} 1/);
  assert.match(text, /piaffe_sessions\{state="queued"\} 0/);
  assert.match(text, /process_cpu_seconds_total/);
});

test('metrics are for this machine and for administrators', async (t) => {
  const gateway = await startGateway(t);
  const administrator = await gateway.administrator();
  const rider = await gateway.rider('rider');
  const get = async (headers: Record<string, string>) =>
    (await fetch(`${gateway.url}/metrics`, { headers })).status;
  const far = { 'x-forwarded-for': '192.0.2.1' };
  assert.equal(await get({}), 200);
  for (const passedOn of [
    far,
    { forwarded: 'for=192.0.2.1' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '192.0.2.1' },
  ]) {
    assert.equal(await get(passedOn), 401);
  }
  assert.equal(await get({ ...far, cookie: rider.cookie() }), 403);
  assert.equal(await get({ ...far, ...(await tokenOf(rider, 'read')) }), 403);
  assert.equal(await get({ ...far, ...(await tokenOf(administrator, 'upload')) }), 403);
  assert.equal(await get({ ...far, ...(await tokenOf(administrator, 'read')) }), 200);
});
