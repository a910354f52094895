import assert from 'node:assert/strict';
import { test } from 'node:test';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { rawSocket } from './testing/raw-socket.fixture.ts';

test('a path can be spelled in many ways, and none of them gets round who may', async (t) => {
  const gateway = await startGateway(t);
  const horse = await horseOf(await gateway.administrator());
  const spellings = [
    '/%61pi/v1/accounts',
    '/api/v1/%61ccounts',
    '/api/v1/accounts/',
    '/api/v1//accounts',
    '//api/v1/accounts',
    '/api/v1/accounts;a=b',
    '/api/v1/accounts%00',
    '/api/v1/accounts%2f',
    '/API/V1/ACCOUNTS',
    '/api/v1/./accounts',
    '/api/v1/docs/../accounts',
    '/api/v1/docs/static/../../accounts',
    '/api/v1/docs/static/..%2f..%2faccounts',
    '/api/v1/accounts#x',
    '/api/v1/accounts?/health/live',
    'http://127.0.0.1/api/v1/accounts',
    `/api/v1/horses/${horse.replace(/^./, (first) => `%${first.charCodeAt(0).toString(16)}`)}`,
    `/api/v1/horses/${horse}%20`,
    `/api/v1/horses/${horse.toUpperCase()}`,
    '/api/v1/horses/%',
    `/api/v1/horses/${'a'.repeat(5000)}`,
    '*',
  ];
  for (const path of spellings) {
    const raw = await rawSocket(t, gateway.port);
    raw.write(`GET ${path} HTTP/1.1\r\nhost: piaffe\r\nconnection: close\r\n\r\n`);
    const answer = await raw.ended();
    assert.match(answer, /^HTTP\/1\.1 (400|401|404|414) /, path);
    assert.match(answer, /application\/problem\+json/, path);
    assert.doesNotMatch(answer, /"items"|Quarz/, path);
  }
});

test('no header makes another method of a request', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const horse = await horseOf(rider);
  const headers = {
    'x-http-method-override': 'PATCH',
    'x-http-method': 'PATCH',
    'x-method-override': 'PATCH',
  };
  const answer = await rider.json('POST', `/horses/${horse}?_method=PATCH`, { name: 'other' }, headers);
  assert.equal(answer.problem(), 'not-found');
  assert.equal((await rider.get(`/horses/${horse}`)).ok<{ name: string }>().name, 'Quarz');
});

test('JSON is taken as JSON alone', async (t) => {
  const rider = await (await startGateway(t)).administrator();
  const body = '{"name":"Me"}';
  const send = (type: string, sent = body) =>
    rider.send('POST', '/riders', { headers: { 'content-type': type }, body: sent });
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json2',
    'x',
    'text/json',
  ];
  for (const type of types) assert.equal((await send(type)).problem(), 'content-type-not-supported', type);
  assert.equal((await send('application/json; charset=utf-8')).status, 201);
  assert.equal((await send('APPLICATION/JSON')).status, 201);
  for (const broken of ['{', '', '{"name":"a"}}', '{"__proto__":{"name":"a"},"name":"b"}', '\u0000']) {
    assert.equal((await send('application/json', broken)).problem(), 'body-not-json', broken);
  }
  for (const wrong of ['null', '[]', '"name"', '{"name":1}', '{"name":"a","more":1}', '{}']) {
    assert.equal((await send('application/json', wrong)).problem(), 'input-not-valid', wrong);
  }
});

test('what is wrong with a request is said field by field', async (t) => {
  const rider = await (await startGateway(t)).administrator();
  const answer = await rider.post('/horses', { birthYear: 1800, timeZone: 5, colour: 'bay' });
  assert.equal(answer.problem(), 'input-not-valid');
  const { errors, detail } = JSON.parse(answer.text);
  assert.deepEqual(errors, [
    { in: 'body', field: 'name', message: 'is missing' },
    { in: 'body', field: 'colour', message: 'is not known here' },
    { in: 'body', field: 'timeZone', message: 'must be string' },
    { in: 'body', field: 'birthYear', message: 'must be >= 1970 or null' },
  ]);
  assert.match(detail, /name is missing; colour is not known here/);
  const query = await rider.get('/sessions?limit=0&removed=perhaps&state=odd&limits=1');
  const inQuery = JSON.parse(query.text).errors.map(
    ({ field, message }: Record<string, string>) => `${field} ${message}`,
  );
  assert.deepEqual(inQuery.sort(), [
    'limit must be >= 1',
    'limits is not known here',
    'removed must be boolean',
    'state must be one of queued, running, done, failed, quarantined',
  ]);
  assert.equal((await rider.get('/sessions?limit=1&limit=2')).problem(), 'input-not-valid');
});

test('what is not HTTP is answered as a problem and let go', async (t) => {
  const gateway = await startGateway(t);
  for (const [sent, status] of [
    ['hello\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n', 400],
    ['POST / HTTP/1.1\r\nhost: a\r\ncontent-length: -5\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
  ] as const) {
    const raw = await rawSocket(t, gateway.port);
    raw.write(sent);
    assert.match(await raw.ended(), new RegExp(`^HTTP/1\\.1 ${status} `), sent.slice(0, 60));
  }
});
