import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { DisplaySeries } from '@piaffe/aggregation/contract';
import { toArrow } from '@piaffe/series';
import type { Session } from '@piaffe/sessions/contract';
import type { Browser } from './testing/browser.fixture.ts';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { rideCsv } from './testing/rides.fixture.ts';

async function handIn(rider: Browser, file: string, name = 'ride.csv'): Promise<string> {
  const answer = await rider.upload(await horseOf(rider), file, `&name=${encodeURIComponent(name)}`);
  return answer.ok<{ session: Session }>().session.id;
}

async function analysed(rider: Browser, file: string): Promise<string> {
  const id = await handIn(rider, file);
  while ((await rider.get(`/sessions/${id}`)).ok<Session>().state !== 'done') await setTimeout(20);
  return id;
}

test('a recording comes back byte for byte, under a name that is safe', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  const id = await handIn(rider, bytes as never, 'Mö"nday\'s; ride\u202e.csv');
  const response = await fetch(`${gateway.url}/api/v1/sessions/${id}/recording`, {
    headers: { cookie: rider.cookie() },
  });
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), bytes);
  assert.equal(response.headers.get('content-type'), 'application/octet-stream');
  assert.equal(response.headers.get('content-length'), '256');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(
    response.headers.get('content-disposition'),
    `attachment; filename="M_nday_s; ride.csv"; filename*=UTF-8''M%C3%B6%22nday%27s%3B%20ride.csv`.replace(
      'M_nday',
      'M__nday',
    ),
  );
});

test('a part of a recording can be asked for, and only a part that is there', async (t) => {
  const rider = await (await startGateway(t)).administrator();
  const path = `/sessions/${await handIn(rider, '0123456789')}/recording`;
  const etag = (await rider.get(path)).headers.get('etag')!;
  const cases: [range: string, status: number, text: string, contentRange: string | null][] = [
    ['bytes=2-5', 206, '2345', 'bytes 2-5/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-30', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ];
  for (const [range, status, text, contentRange] of cases) {
    const answer = await rider.get(path, { range });
    assert.deepEqual(
      [answer.status, answer.text, answer.headers.get('content-range')],
      [status, text, contentRange],
      range,
    );
    assert.equal(answer.headers.get('content-length'), String(text.length), range);
  }
  for (const range of ['bytes=10-', 'bytes=10-12', 'bytes=-0']) {
    const answer = await rider.get(path, { range });
    assert.equal(answer.problem(), 'range-not-satisfiable', range);
    assert.equal(answer.headers.get('content-range'), 'bytes */10');
  }
  assert.equal((await rider.get(path, { range: 'bytes=2-5', 'if-range': etag })).text, '2345');
  assert.equal((await rider.get(path, { range: 'bytes=2-5', 'if-range': '"another"' })).text, '0123456789');
  assert.equal((await rider.get(path, { 'if-none-match': `W/"x", ${etag}` })).status, 304);

  const head = await rider.send('HEAD', path);
  assert.deepEqual([head.status, head.text, head.headers.get('content-length')], [200, '', '10']);
});

test('a result and a series are told apart by their entity tags', async (t) => {
  const rider = await (await startGateway(t)).administrator();
  const id = await analysed(rider, rideCsv());
  for (const path of [
    `/sessions/${id}/result`,
    `/sessions/${id}/series`,
    `/sessions/${id}/series?format=csv`,
  ]) {
    const first = await rider.get(path);
    const etag = first.headers.get('etag')!;
    assert.equal(first.headers.get('cache-control'), 'private, no-cache');
    const again = await rider.get(path, { 'if-none-match': etag });
    assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', etag]);
  }
  const before = (await rider.get(`/sessions/${id}/result`)).headers.get('etag')!;
  (await rider.json('PATCH', `/sessions/${id}`, { surface: 'sand' })).ok();
  assert.equal((await rider.get(`/sessions/${id}/result`, { 'if-none-match': before })).status, 200);
});

test('the same series comes as JSON, CSV and Arrow', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const id = await analysed(rider, rideCsv());
  const series = (await rider.get(`/sessions/${id}/series`)).ok<DisplaySeries>();
  const csv = await rider.get(`/sessions/${id}/series?format=csv`);
  assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8');
  const [header, ...rows] = csv.text.trimEnd().split('\r\n');
  assert.equal(header?.split(',')[0], 'time (s)');
  assert.equal(rows.length, series.time.length);

  const response = await fetch(`${gateway.url}/api/v1/sessions/${id}/series?format=arrow`, {
    headers: { cookie: rider.cookie() },
  });
  assert.equal(response.headers.get('content-disposition'), `attachment; filename="${id}.arrow"`);
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), new Uint8Array(await toArrow(series)));
  assert.equal((await rider.get(`/sessions/${id}/series?format=xml`)).problem(), 'input-not-valid');
});

test('a series that is lost is computed again, and until then the answer has nothing of the file’s headers', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const id = await analysed(rider, rideCsv());
  const recording = createHash('sha256').update(rideCsv()).digest('hex');
  for await (const { sha256 } of gateway.store.blobs.list())
    if (sha256 !== recording) await gateway.store.blobs.remove(sha256);
  const answer = await rider.get(`/sessions/${id}/series?format=csv`);
  assert.equal(answer.status, 409);
  assert.equal(answer.problem(), 'no-result');
  assert.equal(answer.headers.get('content-disposition'), null);
  assert.equal(answer.headers.get('etag'), null);
  assert.equal(await analysed(rider, rideCsv()), id);
  assert.equal((await rider.get(`/sessions/${id}/series?format=csv`)).status, 200);
});

test('a recording that is lost or cut is said to be so, by GET and HEAD alike, and the answer has nothing of the file’s headers', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const path = `/sessions/${await handIn(rider, 'bytes that get lost')}/recording`;
  const sha256 = createHash('sha256').update('bytes that get lost').digest('hex');
  const file = join(gateway.store.folder, 'blobs', sha256.slice(0, 2), sha256);
  for (const damage of [() => writeFile(file, 'cut'), () => rm(file)]) {
    await damage();
    for (const range of [{}, { range: 'bytes=0-1' }] as Record<string, string>[]) {
      const answer = await rider.get(path, range);
      assert.equal(answer.status, 500);
      assert.equal(answer.problem(), 'recording-damaged');
      assert.match(answer.text, /Ask whoever runs the server/);
      assert.equal(answer.headers.get('content-disposition'), null);
      assert.equal(answer.headers.get('etag'), null);
    }
    assert.equal((await rider.send('HEAD', path)).status, 500);
  }
  const told = gateway.logged.filter((line) => line.includes(sha256));
  assert.match(told.join(), /a recording has 3 bytes, not 19[\s\S]*a recording is missing/);
});

test('a recording whose bytes were altered does not come whole, and is told of in the log', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  for (const bytes of [Buffer.from('ten bytes.'), Buffer.alloc(1_000_000, 'x')]) {
    const path = `/sessions/${await handIn(rider, bytes as never)}/recording`;
    assert.equal((await rider.get(path)).text.length, bytes.length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    bytes[0] = 0;
    await writeFile(join(gateway.store.folder, 'blobs', sha256.slice(0, 2), sha256), bytes);
    const answer = await rider.get(path).catch(() => null);
    assert.ok(answer === null || answer.problem() === 'recording-damaged', String(answer?.status));
    assert.ok(
      gateway.logged.some((line) => line.includes('a recording is damaged') && line.includes(sha256)),
    );
  }
});
