import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { AnalysisLine } from '@piaffe/results';
import { arrowToTable } from '@piaffe/series';
import { packTar } from 'modern-tar';
import { Compile } from 'typebox/compile';
import { startService } from '../testing/service.fixture.ts';
import { smallRide } from '../testing/small-ride.fixture.ts';

const temporary = await mkdtemp(join(tmpdir(), 'compute-'));
const service = await startService({ env: { TMPDIR: temporary } });
after(async () => {
  await service[Symbol.asyncDispose]();
  assert.deepEqual(await readdir(temporary), []);
  await rm(temporary, { recursive: true });
});
const ride = smallRide();
const sha256 = createHash('sha256').update(ride).digest('hex');
const line = Compile(AnalysisLine);

type Body = Buffer | Uint8Array<ArrayBuffer> | FormData | string;

// biome-ignore lint/suspicious/noExplicitAny: what it is, is what is tested
const jsonOf = async (answer: Response): Promise<any> => answer.json();
const post = (path: string, body: Body, headers: Record<string, string> = {}) =>
  fetch(`${service.url}${path}`, { method: 'POST', body: body as never, headers });
const blob = (bytes: Buffer) => new Blob([Uint8Array.from(bytes)]);
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each));

test('the bytes of a recording are answered with what "piaffe analyse --json" prints', async () => {
  const query = 'file=luna.csv&startedAt=2026-05-01T10:30:00%2B02:00&horse=Luna&mount=girth';
  const answer = await post(`/v1/metrics?${query}`, ride);
  assert.equal(answer.status, 200);
  const result = await jsonOf(answer);
  assert.ok(line.Check(result), JSON.stringify(line.Errors(result).slice(0, 3)));
  assert.equal(result.status, 'analysed');
  assert.equal(result.file, 'luna.csv');
  assert.equal(result.recording.sha256, sha256);
  assert.equal(result.recording.startedAt, '2026-05-01T10:30:00+02:00');
  assert.deepEqual([result.context.horse, result.context.mount], ['Luna', 'girth']);
  assert.ok((result.metrics.gaits.trot.time.value ?? 0) > 10);
});

test('an offset whose plus sign nobody encoded is understood', async () => {
  const { recording } = await jsonOf(await post('/v1/metrics?startedAt=2026-05-01T10:30:00+02:00', ride));
  assert.equal(recording.startedAt, '2026-05-01T10:30:00+02:00');
});

test('columns and units of an odd file are said in the query, and a part of a ride can be asked for', async () => {
  const odd = Buffer.from(ride.toString().replace('t_s,ax_g', 'Zeit,X'));
  const [header = ''] = odd.toString().split('\n');
  assert.match(header, /^Zeit,X/);
  const refused = await post('/v1/metrics', odd);
  const { code } = await jsonOf(refused);
  assert.deepEqual([refused.status, code], [422, 'missing-column']);
  const answer = await post(
    '/v1/metrics?column.t=Zeit&column.ax=X&column.ay=ay_g&column.az=az_g&unit.time=s&unit.acc=g&from=5&to=30',
    odd,
  );
  assert.equal(answer.status, 200, await answer.clone().text());
  const { algorithm, recording } = await jsonOf(answer);
  assert.deepEqual(algorithm.parameters.trim, { from: 5, to: 30 });
  assert.ok(recording.durationSeconds > 0);
});

test('progress comes before the result where lines are asked for', async () => {
  const answer = await post('/v1/metrics', ride, { accept: 'application/x-ndjson' });
  assert.match(answer.headers.get('content-type') ?? '', /x-ndjson/);
  const told = lines(await answer.text());
  assert.ok(told.length > 2);
  assert.ok(told.slice(0, -1).every(({ progress }) => progress.share >= 0 && progress.step !== ''));
  assert.equal(told.at(-1).status, 'analysed');
});

test('the series comes as Arrow, as a stream or a file, as CSV and as JSON, all with the same numbers', async () => {
  const as = (accept: string, path = '/v1/series') => post(path, ride, { accept });
  const json = await jsonOf(await as('application/json'));
  const stream = 'application/vnd.apache.arrow.stream';
  const streamed = await as(stream);
  assert.equal(streamed.headers.get('content-type'), stream);
  const bytes = Buffer.from(await streamed.arrayBuffer());
  const fromStream = await arrowToTable(bytes);
  const fromFile = await arrowToTable(
    Buffer.from(await (await as('application/vnd.apache.arrow.file')).arrayBuffer()),
  );
  assert.deepEqual(Buffer.from(await (await as(stream, '/v1/metrics')).arrayBuffer()), bytes);
  assert.deepEqual(fromStream, fromFile);
  assert.deepEqual(
    [...fromStream.columns.keys()],
    ['time', ...json.columns.map(({ name }: { name: string }) => name)],
  );
  assert.deepEqual(fromStream.columns.get('cadence'), json.columns[0].values);
  const csv = await (await as('text/csv')).text();
  assert.match(csv, /^time \(s\),cadence \(1\/min\)/);
  assert.equal(csv.trimEnd().split('\r\n').length - 1, json.time.length);
  assert.equal((await as('image/png')).status, 406);
});

test('a file that is no recording, none at all, and a wrong query are problems with a code', async () => {
  const ask = async (path: string, body: Body, headers?: Record<string, string>) => {
    const answer = await post(path, body, headers);
    const problem = await jsonOf(answer);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(problem.status, answer.status);
    assert.equal(problem.type, `urn:piaffe:problem:${problem.code}`);
    assert.equal(problem.requestId, answer.headers.get('x-request-id'));
    return [problem.status, problem.code];
  };
  assert.deepEqual(await ask('/v1/metrics', 'no recording'), [422, 'not-a-recording']);
  assert.deepEqual(await ask('/v1/metrics', ''), [400, 'recording-empty']);
  assert.deepEqual(await ask('/v1/metrics?horze=Luna', ride), [400, 'input-not-valid']);
  assert.deepEqual(await ask('/v1/metrics?startedAt=yesterday', ride), [400, 'input-not-valid']);
  assert.deepEqual(await ask('/v1/metrics?from=5', ride), [400, 'input-not-valid']);
  assert.deepEqual(await ask('/v1/metrics?from=30&to=5', ride), [422, 'trim-not-valid']);
  assert.deepEqual(await ask('/v1/metrics', ride, { 'content-encoding': 'br' }), [
    415,
    'content-encoding-not-supported',
  ]);
  assert.deepEqual(await ask('/v1/metric', ride), [404, 'not-found']);
});

test('a body that breaks off is no recording, and nothing of it stays', async () => {
  const { port } = new URL(service.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`POST /v1/metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${ride.length}\r\n\r\n`);
  socket.write(ride.subarray(0, 1000));
  await new Promise((sent) => setTimeout(sent, 100));
  socket.destroy();
  assert.equal((await post('/v1/metrics', ride)).status, 200);
});

test('a tar of recordings is answered line by line in its order, and a bad file ends nothing', async () => {
  const file = (name: string, body: Uint8Array) => ({
    header: { name, size: body.byteLength, type: 'file' as const },
    data: body as Uint8Array<ArrayBuffer>,
  });
  const tar = await packTar([
    { header: { name: 'rides/', size: 0, type: 'directory' } },
    file('rides/a.csv', ride),
    file('rides/._a.csv', Buffer.from('of macOS')),
    file('rides/b.txt', Buffer.from('no recording')),
    file('rides/empty.csv', Buffer.alloc(0)),
    file('rides/c.csv', smallRide({ seed: 2 })),
  ]);
  const answer = await post('/v1/batch?horse=Luna', tar);
  const told = lines(await answer.text());
  assert.deepEqual(
    told.map(({ file, problem }) => [file, problem?.code ?? null]),
    [
      ['rides/a.csv', null],
      ['rides/b.txt', 'not-a-recording'],
      ['rides/empty.csv', 'recording-empty'],
      ['rides/c.csv', null],
    ],
  );
  assert.ok(told.every((each) => line.Check(each)));
  assert.equal(told[0].context?.horse, 'Luna');
  const alone = await jsonOf(await post('/v1/metrics?horse=Luna&file=rides/a.csv', ride));
  assert.deepEqual(told[0], alone);

  // In the middle of the last file.
  const cut = lines(await (await post('/v1/batch', tar.subarray(0, tar.byteLength - 5000))).text());
  assert.deepEqual([cut.length, cut.at(-1).problem.code], [4, 'batch-broken']);
  const noTar = await post('/v1/batch', 'no tar');
  assert.deepEqual([noTar.status, (await jsonOf(noTar)).code], [400, 'batch-broken']);
});

test('a form of recordings may say something of each of them, and tells how far they are', async () => {
  const form = new FormData();
  form.append('recording', blob(ride), 'a.csv');
  form.append('parameters', JSON.stringify({ startedAt: '2026-05-01T10:30:00Z', type: 'hacking' }));
  form.append('recording', blob(ride), 'b.csv');
  form.append('parameters', JSON.stringify({ startedAtt: '2026-05-01T10:30:00Z' }));
  form.append('recording', blob(ride), 'c.csv');
  const told = lines(await (await post('/v1/batch?type=lunge&progress=true', form)).text());
  const results = told.filter(({ progress }) => progress === undefined);
  assert.ok(told.length > results.length);
  assert.deepEqual(
    results.map(({ file, problem, recording, context }) => [
      file,
      problem?.code ?? [recording.startedAt, context.type],
    ]),
    [
      ['a.csv', [null, 'lunge']],
      ['b.csv', ['2026-05-01T10:30:00Z', 'hacking']],
      ['c.csv', 'input-not-valid'],
    ],
  );
});

test('a result of a batch comes while the rest of the batch is still on its way', async () => {
  const [first, second] = [smallRide({ seed: 3 }), smallRide({ seed: 4 })];
  const form = new FormData();
  form.append('recording', blob(first), 'first.csv');
  form.append('recording', blob(second), 'second.csv');
  const whole = new Response(form);
  const type = whole.headers.get('content-type')!;
  const bytes = Buffer.from(await whole.arrayBuffer());
  const middle = bytes.indexOf('second.csv') + 2000;
  const { port } = new URL(service.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.setEncoding('utf8');
  socket.write(
    `POST /v1/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\nConnection: close\r\n\r\n`,
  );
  socket.write(bytes.subarray(0, middle));
  let answer = '';
  for await (const text of socket) {
    const before = answer;
    answer += text;
    if (!before.includes('first.csv') && answer.includes('first.csv')) socket.write(bytes.subarray(middle));
  }
  assert.match(answer, /"file":"second\.csv","status":"analysed"/);
});

test('what was sent is gone with the answer', async () => {
  await post('/v1/metrics', ride);
  const left = await readdir(temporary, { recursive: true, withFileTypes: true });
  assert.ok(left.some((each) => each.isDirectory()));
  assert.deepEqual(
    left.filter((each) => each.isFile()).map(({ name }) => name),
    [],
  );
});
