import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import { newId } from '@piaffe/storage';
import { type Gateway, horseOf, password, startGateway, tokenOf } from './testing/gateway.fixture.ts';
import { rawSocket } from './testing/raw-socket.fixture.ts';

interface Kept {
  readonly receipt: { readonly sha256: string; readonly bytes: number };
  readonly session: Session;
  readonly duplicate: boolean;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Names of everything that lies among the blobs, finished or not. */
async function filesIn({ store }: Gateway): Promise<string[]> {
  const entries = await readdir(store.folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /blobs|incoming/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** An owner with a horse, and an upload's head to send by hand. */
async function uploader(t: TestContext, config: Parameters<typeof startGateway>[1] = {}) {
  const gateway = await startGateway(t, config);
  const rider = await gateway.administrator();
  const horse = await horseOf(rider);
  const { authorization } = await tokenOf(rider, 'upload');
  const head = (...headers: string[]) =>
    [
      `POST /api/v1/recordings?horse=${horse} HTTP/1.1`,
      'host: piaffe',
      `authorization: ${authorization}`,
      ...headers,
      '',
      '',
    ].join('\r\n');
  return { gateway, rider, horse, authorization, head };
}

test('the same bytes again answer with the same session and say so, whatever the file is called', async (t) => {
  const { rider, horse } = await uploader(t);
  const first = await rider.upload(horse, 'some bytes', '&name=a.csv');
  const second = await rider.upload(horse, 'some bytes', '&name=b.csv');
  assert.equal(first.status, 201);
  assert.equal(second.status, 200);
  assert.equal(second.ok<Kept>().duplicate, true);
  assert.equal(second.ok<Kept>().session.id, first.ok<Kept>().session.id);
});

test('the bytes of somebody else are new to everybody but them', async (t) => {
  const { gateway, rider, horse } = await uploader(t);
  const other = await gateway.rider('other');
  const theirs = (await rider.upload(horse, 'shared bytes')).ok<Kept>();
  const mine = await other.upload(await horseOf(other), 'shared bytes');
  assert.equal(mine.status, 201);
  assert.notEqual(mine.ok<Kept>().session.id, theirs.session.id);
});

test('an announced checksum is checked, and a file that arrived otherwise is not kept', async (t) => {
  const { gateway, rider, horse } = await uploader(t);
  const text = 'some bytes';
  const wrong = await rider.upload(horse, text, '', { 'content-sha256': sha256('other bytes') });
  assert.equal(wrong.status, 422);
  assert.equal(wrong.problem(), 'checksum-mismatch');
  assert.deepEqual(await filesIn(gateway), []);
  assert.equal((await rider.get('/sessions')).ok<{ items: [] }>().items.length, 0);

  const right = await rider.upload(horse, text, '', { 'content-sha256': sha256(text).toUpperCase() });
  assert.equal(right.ok<Kept>().receipt.sha256, sha256(text));
  const malformed = await rider.upload(horse, text, '', { 'content-sha256': 'abc' });
  assert.equal(malformed.problem(), 'input-not-valid');
});

test('an upload that is cut midway keeps nothing', async (t) => {
  const { gateway, rider, head } = await uploader(t);
  const raw = await rawSocket(t, gateway.port);
  raw.write(head('content-length: 100000', 'expect: 100-continue'));
  await raw.until(/100 Continue/);
  raw.write('half of it');
  while ((await filesIn(gateway)).length === 0) await setTimeout(5);
  raw.socket.destroy();
  while ((await filesIn(gateway)).length > 0) await setTimeout(5);
  assert.equal((await rider.get('/sessions')).ok<{ items: [] }>().items.length, 0);
});

test('an upload that is not wanted is refused before its body is asked for', async (t) => {
  const { gateway, rider, head, authorization } = await uploader(t, { limits: { maxUploadBytes: 1000 } });
  const refusals: [string, RegExp][] = [
    [head('content-length: 1001', 'expect: 100-continue'), /413 [\s\S]*recording-too-large/],
    [head('content-length: 0'), /400 [\s\S]*recording-empty/],
    [
      head('content-length: 10', 'expect: 100-continue', 'content-encoding: gzip'),
      /415 [\s\S]*content-encoding-not-supported/,
    ],
    [
      head('content-length: 10', 'expect: 100-continue').replace(/horse=\w+/, `horse=${newId()}`),
      /404 [\s\S]*horse-not-found/,
    ],
    [
      head('content-length: 10', 'expect: 100-continue').replace(/(horse=\w+)/, `$1&rider=${newId()}`),
      /404 [\s\S]*rider-not-found/,
    ],
    [
      head('content-length: 10', 'expect: 100-continue').replace(/(horse=\w+)/, '$1&mount=head'),
      /400 [\s\S]*input-not-valid/,
    ],
    [
      head('content-length: 10', 'expect: 100-continue').replace(authorization, 'Bearer nobody'),
      /401 [\s\S]*not-signed-in/,
    ],
    [
      head('content-length: 10', 'expect: 100-continue', 'connection: close').replace('POST', 'PUT'),
      /404 [\s\S]*not-found/,
    ],
  ];
  for (const [request, expected] of refusals) {
    const raw = await rawSocket(t, gateway.port);
    raw.write(request);
    const answer = await raw.until(/\r\n\r\n\{.*\}$/);
    assert.match(answer, expected);
    assert.doesNotMatch(answer, /100 Continue/);
  }
  assert.equal((await rider.upload(await horseOf(rider), 'x'.repeat(1000))).status, 201);
});

test('a body that turns out too large is refused midway, and who goes on sending still reads why', async (t) => {
  const { gateway, head } = await uploader(t, { limits: { maxUploadBytes: 100_000 } });
  const raw = await rawSocket(t, gateway.port);
  raw.write(head('transfer-encoding: chunked'));
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  // Far more than fits into any buffer on the way, by somebody who reads nothing before all of it is sent.
  raw.socket.pause();
  for (let i = 0; i < 200; i++) raw.write(chunk);
  await new Promise((resolve) => raw.socket.write('', resolve));
  raw.socket.resume();
  const answer = await raw.ended();
  assert.match(answer, /^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*recording-too-large/i);
  assert.deepEqual(await filesIn(gateway), []);
});

test('a file without a byte is refused, announced or not', async (t) => {
  const { gateway, rider, horse, head } = await uploader(t);
  assert.equal((await rider.upload(horse, '')).problem(), 'recording-empty');
  const raw = await rawSocket(t, gateway.port);
  raw.write(`${head('transfer-encoding: chunked')}0\r\n\r\n`);
  assert.match(await raw.until(/\}$/), /400 [\s\S]*recording-empty/);
  assert.deepEqual(await filesIn(gateway), []);
});

test('an upload that comes slower than the minimum is ended with a reason and kept nowhere', async (t) => {
  const minimumThroughput = { bytesPerSecond: 1000, seconds: 0.5 };
  const { gateway, head } = await uploader(t, { limits: { minimumThroughput } });
  const raw = await rawSocket(t, gateway.port);
  raw.write(head('content-length: 1000000'));
  const dribble = setInterval(() => raw.write('x'), 20);
  t.after(() => clearInterval(dribble));
  assert.match(await raw.ended(), /^HTTP\/1\.1 408 [\s\S]*upload-too-slow/);
  assert.deepEqual(await filesIn(gateway), []);
});

test('a large upload has to come fast enough to end in time', async (t) => {
  const limits = { minimumThroughput: { bytesPerSecond: 10, seconds: 0.5 }, seconds: { upload: 100 } };
  const { gateway, head } = await uploader(t, { limits });
  const raw = await rawSocket(t, gateway.port);
  raw.write(head('content-length: 1000000'));
  const dribble = setInterval(() => raw.write('x'.repeat(20)), 20);
  t.after(() => clearInterval(dribble));
  assert.match(await raw.ended(), /^HTTP\/1\.1 408 [\s\S]*upload-too-slow[\s\S]*/);
  assert.deepEqual(await filesIn(gateway), []);
});

test('an upload of which nobody said how large it is has to end in time as well', async (t) => {
  const limits = { minimumThroughput: { bytesPerSecond: 10, seconds: 0.5 }, seconds: { upload: 1 } };
  const { gateway, head } = await uploader(t, { limits });
  const raw = await rawSocket(t, gateway.port);
  raw.write(head('transfer-encoding: chunked'));
  const dribble = setInterval(() => raw.write(`14\r\n${'x'.repeat(20)}\r\n`), 20);
  t.after(() => clearInterval(dribble));
  assert.match(await raw.ended(), /^HTTP\/1\.1 408 [\s\S]*upload-too-slow/);
  assert.deepEqual(await filesIn(gateway), []);
});

test('an account has so many uploads at once and no more, and keeps nobody else from theirs', async (t) => {
  const { gateway, rider, horse, head } = await uploader(t);
  const begun = [];
  for (let i = 0; i < 4; i++) {
    const raw = await rawSocket(t, gateway.port);
    raw.write(head('content-length: 10', 'expect: 100-continue'));
    begun.push(raw);
    await raw.until(/100 Continue/);
  }
  const refused = await rider.upload(horse, 'bytes');
  assert.equal(refused.problem(), 'busy');
  assert.equal(refused.headers.get('retry-after'), '1');
  const other = await gateway.rider('other');
  assert.equal((await other.upload(await horseOf(other), 'bytes')).status, 201);
  for (const [n, raw] of begun.entries()) {
    raw.write(`10 bytes ${n}`);
    await raw.until(/201 Created/);
  }
  assert.equal((await rider.upload(horse, 'bytes')).status, 201);
});

test('an upload that ends after its account was suspended, or its token revoked, is not kept', async (t) => {
  const { gateway, rider: administrator } = await uploader(t);
  const rider = await gateway.rider('rider');
  const horse = await horseOf(rider);
  const { id } = (await rider.get('/account')).ok<{ id: string }>();
  const begun = async () => {
    const { authorization } = await tokenOf(rider, 'upload');
    const raw = await rawSocket(t, gateway.port);
    raw.write(
      `POST /api/v1/recordings?horse=${horse} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n` +
        'content-length: 5\r\nexpect: 100-continue\r\n\r\n',
    );
    await raw.until(/100 Continue/);
    return raw;
  };
  const [byRevoked, bySuspended] = [await begun(), await begun()];
  const { items } = (await rider.get('/tokens')).ok<{ items: { id: string }[] }>();
  await rider.send('DELETE', `/tokens/${items[0]!.id}`);
  await rider.send('DELETE', `/tokens/${items[1]!.id}`);
  byRevoked.write('bytes');
  assert.match(await byRevoked.until(/\}$/), /401 [\s\S]*not-signed-in/);
  const third = await begun();
  (await administrator.json('PATCH', `/accounts/${id}`, { suspended: true })).ok();
  for (const raw of [bySuspended, third]) {
    raw.write('bytes');
    assert.match(await raw.until(/\}$/), /401 [\s\S]*not-signed-in/);
  }
  (await administrator.json('PATCH', `/accounts/${id}`, { suspended: false })).ok();
  const again = gateway.anonymous();
  (await again.post('/sign-in', { name: 'rider', password })).ok();
  assert.deepEqual((await again.get('/sessions')).ok<{ items: [] }>().items, []);
});

test('a start without an offset is refused before the body, and a plus that nobody encoded is one', async (t) => {
  const { gateway, rider, horse, head } = await uploader(t);
  const raw = await rawSocket(t, gateway.port);
  const request = head('content-length: 10', 'expect: 100-continue');
  raw.write(request.replace(/(horse=\w+)/, '$1&startedAt=2026-05-04T17:05:00'));
  const answer = await raw.until(/\r\n\r\n\{.*\}$/);
  assert.match(answer, /^HTTP\/1\.1 422 [\s\S]*started-at-not-valid/);
  const kept = await rider.upload(horse, 'bytes', '&startedAt=2026-05-04T17:05:00+02:00');
  assert.equal(kept.ok<Kept>().session.startedAt, '2026-05-04T17:05:00+02:00');
});

test('a file’s name loses its path and what cannot be printed', async (t) => {
  const { rider, horse } = await uploader(t);
  const name = encodeURIComponent('../../etc/\u202epass\nwd "Mönday".csv');
  const { session } = (await rider.upload(horse, 'bytes', `&name=${name}`)).ok<Kept>();
  assert.equal(session.recordings[0]?.name, 'passwd "Mönday".csv');
});

test('content of any type is taken as it is', async (t) => {
  const { rider, horse } = await uploader(t);
  for (const type of [
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'a;b',
    '',
    'application/octet-stream',
  ]) {
    const text = `{"not": parsed} ${type}`;
    const answer = await rider.upload(horse, text, '', { 'content-type': type });
    assert.equal(answer.ok<Kept>().receipt.sha256, sha256(text), type);
  }
});

test('the disk being full is said as such, with when to come back', async (t) => {
  const { Unavailable } = await import('@piaffe/kernel');
  const full = async () => {
    throw new Unavailable('storage', 'full', 'The disk is full. Make room; the server goes on by itself.', {
      retryAfter: 30,
    });
  };
  const { rider, horse } = await uploader(t, { needs: ({ blobs }) => ({ blobs: { ...blobs, put: full } }) });
  const answer = await rider.upload(horse, 'bytes');
  assert.equal(answer.status, 507);
  assert.equal(answer.problem(), 'storage-full');
  assert.equal(answer.headers.get('retry-after'), '30');
});
