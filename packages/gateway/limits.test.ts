import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Needs } from './create.ts';
import type { Browser } from './testing/browser.fixture.ts';
import { type Gateway, horseOf, password, startGateway, tokenOf } from './testing/gateway.fixture.ts';
import { rawSocket } from './testing/raw-socket.fixture.ts';

const get = (gateway: Gateway, path: string, headers: Record<string, string> = {}) =>
  gateway.anonymous().get(path, headers);

test('of each kind of request so many are at work at once; the others are told at once to come back', async (t) => {
  const held: (() => void)[] = [];
  let waiting = 0;
  const hold = ({ stable }: Needs) => ({
    stable: {
      ...stable,
      async horses(input: Parameters<typeof stable.horses>[0]) {
        waiting++;
        await new Promise<void>((resolve) => held.push(resolve));
        return stable.horses(input);
      },
    },
  });
  const gateway = await startGateway(t, { needs: hold, limits: { inFlight: { read: 2 } } });
  const rider = await gateway.administrator();
  const token = await tokenOf(rider, 'read');
  const slow = [get(gateway, '/horses', token), get(gateway, '/horses', token)];
  while (waiting < 2) await new Promise((resolve) => setImmediate(resolve));

  for (const path of ['/horses', '/sessions', '/nothing']) {
    const refused = await get(gateway, path, token);
    assert.equal(refused.status, 503);
    assert.equal(refused.problem(), 'busy');
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.match(refused.headers.get('content-security-policy')!, /default-src 'none'/);
  }
  assert.equal((await get(gateway, '/health/live')).status, 200);
  assert.equal((await rider.post('/riders', { name: 'Me' })).status, 201);
  for (const release of held) release();
  for (const answer of await Promise.all(slow)) assert.equal(answer.status, 200);
  assert.equal((await get(gateway, '/riders', token)).status, 200);
});

test('a client that goes away leaves its place to another', async (t) => {
  const gateway = await startGateway(t, { limits: { inFlight: { upload: 1 } } });
  const rider = await gateway.administrator();
  const horse = await horseOf(rider);
  const { authorization } = await tokenOf(rider, 'upload');
  const raw = await rawSocket(t, gateway.port);
  raw.write(
    `POST /api/v1/recordings?horse=${horse} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n` +
      'content-length: 10\r\nexpect: 100-continue\r\n\r\n',
  );
  await raw.until(/100 Continue/);
  assert.equal((await rider.upload(horse, 'bytes')).problem(), 'busy');
  raw.socket.destroy();
  while ((await rider.upload(horse, 'bytes')).status === 503);
});

test('who asks too often has to wait, nobody else, whatever they ask for', async (t) => {
  const gateway = await startGateway(t, {
    trustProxy: true,
    limits: { requestsPerMinute: { address: 30, account: 20 } },
  });
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const times = async (n: number, path: string, headers: Record<string, string>) => {
    let last = await get(gateway, path, headers);
    for (let i = 1; i < n; i++) last = await get(gateway, path, headers);
    return last;
  };
  assert.equal((await times(30, '/nothing-here', from('192.0.2.1'))).status, 404);
  const refused = await get(gateway, '/nothing-here', from('192.0.2.1'));
  assert.equal(refused.problem(), 'too-many-requests');
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  for (const path of ['/openapi.json', '/account', '/nothing-else']) {
    assert.equal((await get(gateway, path, from('192.0.2.1'))).status, 429, path);
  }
  assert.equal((await get(gateway, '/nothing-here', from('::ffff:192.0.2.1'))).status, 429);
  assert.equal((await get(gateway, '/nothing-here', from('::FFFF:C000:0201'))).status, 429);
  assert.equal((await get(gateway, '/nothing-here', from('192.0.2.2'))).status, 404);
  assert.equal((await get(gateway, '/health/ready', from('192.0.2.1'))).status, 200);

  assert.equal((await times(30, '/account', from('2001:db8:1:2::1'))).status, 401);
  assert.equal((await get(gateway, '/account', from('2001:DB8:1:2:ffff::9'))).status, 429);
  assert.equal((await get(gateway, '/account', from('2001:db8:1:3::1'))).status, 401);

  const one = await tokenOf(await gateway.rider('one'), 'read');
  const two = await tokenOf(await gateway.rider('two'), 'read');
  assert.equal((await times(20, '/horses', { ...one, ...from('192.0.2.9') })).status, 200);
  assert.equal((await get(gateway, '/riders', { ...one, ...from('192.0.2.9') })).status, 429);
  assert.equal((await get(gateway, '/riders', { ...two, ...from('192.0.2.9') })).status, 200);
});

test('a body larger than JSON may be is refused, announced or not', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const answer = await rider.post('/riders', { name: 'x'.repeat(70_000) });
  assert.equal(answer.status, 413);
  assert.equal(answer.problem(), 'body-too-large');
  const { authorization } = await tokenOf(rider, 'write');
  const raw = await rawSocket(t, gateway.port);
  raw.write(
    `POST /api/v1/riders HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n` +
      'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
  );
  for (let i = 0; i < 100; i++) raw.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
  assert.match(await raw.ended(), /^HTTP\/1\.1 413 [\s\S]*body-too-large/);
});

test('slow headers, slow bodies and silence are ended', async (t) => {
  const seconds = { headers: 0.2, body: 0.3, idle: 0.3, stalled: 0.6 };
  const gateway = await startGateway(t, { limits: { seconds } });
  const { authorization } = await tokenOf(await gateway.administrator(), 'write');
  const dribbling = async (head: string) => {
    const raw = await rawSocket(t, gateway.port);
    raw.write(head);
    const timer = setInterval(() => raw.write('x'), 50);
    t.after(() => clearInterval(timer));
    return raw.ended();
  };
  const body = `POST /api/v1/riders HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n`;
  const [headers, wanted, unwanted, nothing] = await Promise.all([
    dribbling('GET /health/live HTTP/1.1\r\nhost: x\r\nx: '),
    dribbling(`${body}authorization: ${authorization}\r\n\r\n`),
    dribbling(`${body}\r\n`),
    dribbling('').catch(() => ''),
    rawSocket(t, gateway.port).then((raw) => raw.ended()),
  ]);
  assert.match(headers, /^HTTP\/1\.1 408 [\s\S]*headers-too-slow/);
  assert.match(wanted, /^HTTP\/1\.1 408 [\s\S]*body-too-slow/);
  assert.match(unwanted, /^HTTP\/1\.1 401 [\s\S]*not-signed-in/);
  assert.match(nothing, /^(HTTP\/1\.1 40[08] |$)/);
});

test('bodies that never come keep nobody from signing in, signing out or writing', async (t) => {
  const gateway = await startGateway(t, { limits: { inFlight: { 'sign-in': 2, write: 2 } } });
  const rider = await gateway.rider('rider');
  const { authorization } = await tokenOf(rider, 'write');
  for (const path of ['/sign-in', '/sign-out', '/password-resets', '/riders', '/nothing-here']) {
    for (let i = 0; i < 4; i++) {
      const raw = await rawSocket(t, gateway.port);
      raw.write(
        `POST /api/v1${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n` +
          'content-type: application/json\r\ncontent-length: 50\r\nexpect: 100-continue\r\n\r\n',
      );
      await raw.until(/100 Continue|404/);
      if (i % 2 === 0) raw.write('{');
    }
  }
  assert.equal((await rider.post('/riders', { name: 'Me' })).status, 201);
  assert.equal((await rider.post('/sign-out')).status, 204);
  assert.equal((await rider.post('/sign-in', { name: 'rider', password })).status, 200);
});

test('where too many bodies are awaited, the one awaited for the longest makes room', async (t) => {
  const gateway = await startGateway(t, { limits: { arrivingBodies: { all: 4, each: 2 } } });
  const rider = await gateway.rider('rider');
  const { authorization } = await tokenOf(rider, 'write');
  const awaited = async (shown = '') => {
    const raw = await rawSocket(t, gateway.port);
    raw.write(
      `POST /api/v1/${shown === '' ? 'sign-out' : 'riders'} HTTP/1.1\r\nhost: x\r\n${shown}` +
        'content-type: application/json\r\ncontent-length: 15\r\nexpect: 100-continue\r\n\r\n',
    );
    await raw.until(/100 Continue/);
    return raw;
  };
  const byToken = `authorization: ${authorization}\r\n`;
  const [first, second] = [await awaited(byToken), await awaited(byToken)];
  await awaited();
  await awaited();
  const third = await awaited(byToken);
  assert.match(await first.until(/\}$/), /503 Service[\s\S]*retry-after: 1[\s\S]*"busy"/);
  await awaited();
  for (const raw of [second, third]) {
    raw.write('{"name":"Otto"}');
    assert.match(await raw.until(/\}$/), /201 Created/);
  }
});

test('nobody takes more than their share of the places', async (t) => {
  const held: (() => void)[] = [];
  const hold = ({ stable }: Needs) => ({
    stable: {
      ...stable,
      async horses(input: Parameters<typeof stable.horses>[0]) {
        await new Promise<void>((resolve) => held.push(resolve));
        return stable.horses(input);
      },
    },
  });
  const gateway = await startGateway(t, { needs: hold, limits: { inFlightEach: { read: 2 } } });
  const one = await tokenOf(await gateway.rider('one'), 'read');
  const two = await tokenOf(await gateway.rider('two'), 'read');
  const slow = [get(gateway, '/horses', one), get(gateway, '/horses', one)];
  while (held.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const refused = await get(gateway, '/riders', one);
  assert.equal(refused.problem(), 'busy');
  assert.equal(refused.headers.get('retry-after'), '1');
  assert.equal((await get(gateway, '/riders', two)).status, 200);
  assert.equal((await get(gateway, '/openapi.json')).status, 200);
  for (const release of held) release();
  for (const answer of await Promise.all(slow)) assert.equal(answer.status, 200);
  assert.equal((await get(gateway, '/riders', one)).status, 200);
});

/** Begins to download more than fits into any buffer on the way, and takes the head of it alone. */
async function startDownload(t: TestContext, gateway: Gateway, path: string, authorization: string) {
  const raw = await rawSocket(t, gateway.port);
  raw.write(`GET /api/v1${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`);
  await raw.until(/200 OK/);
  raw.socket.pause();
  return raw;
}

test('clients that read slowly keep nobody from asking, nor others from downloading', async (t) => {
  const limits = { inFlight: { read: 2 }, inFlightEach: { answer: 2 } };
  const gateway = await startGateway(t, { limits });
  const rider = await gateway.rider('rider');
  const other = await gateway.rider('other');
  const pathOf = async (owner: Browser) => {
    const kept = await owner.upload(await horseOf(owner), Buffer.alloc(20_000_000));
    return `/sessions/${kept.ok<{ session: { id: string } }>().session.id}/recording`;
  };
  const path = await pathOf(rider);
  const { authorization } = await tokenOf(rider, 'read');
  for (let i = 0; i < 2; i++) await startDownload(t, gateway, path, authorization);
  assert.equal((await rider.get('/horses')).status, 200);
  const refused = await rider.get(path);
  assert.equal(refused.problem(), 'busy');
  assert.equal(refused.headers.get('content-disposition'), null);
  assert.equal((await rider.get('/horses')).status, 200);
  assert.equal((await other.get(await pathOf(other))).status, 200);
});

for (const [what, limits] of [
  ['nobody takes', { seconds: { stalled: 0.5 } }],
  ['is taken too slowly', { minimumThroughput: { bytesPerSecond: 10_000_000, seconds: 0.4 } }],
] as const) {
  test(`a download that ${what} is ended and leaves its place`, async (t) => {
    const gateway = await startGateway(t, { limits: { ...limits, inFlight: { answer: 1 } } });
    const rider = await gateway.administrator();
    const horse = await horseOf(rider);
    const kept = await rider.upload(horse, Buffer.alloc(20_000_000));
    const path = `/sessions/${kept.ok<{ session: { id: string } }>().session.id}/recording`;
    const { authorization } = await tokenOf(rider, 'read');
    const raw = await startDownload(t, gateway, path, authorization);
    const sip = setInterval(() => raw.socket.read(1), 50);
    t.after(() => clearInterval(sip));
    assert.equal((await rider.get(path)).problem(), 'busy');
    while ((await rider.get(path)).status === 503) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
