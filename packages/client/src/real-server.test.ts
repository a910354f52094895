import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { piaffe, realServer } from '../testing/real-server.fixture.ts';
import { ApiProblem, createClient } from './index.ts';

const packageFolder = fileURLToPath(new URL('../', import.meta.url));
let server: Awaited<ReturnType<typeof realServer>>;

before(async () => {
  server = await realServer();
});
after(() => server?.[Symbol.asyncDispose]());

test('the example of the README does what it says', async () => {
  const ride = join(server.scratch, 'ride.csv');
  await piaffe('simulate', 'trot-in-hand', '--out', ride);
  const [, example = ''] =
    /```js\n(.*?)```/s.exec(readFileSync(join(packageFolder, 'README.md'), 'utf8')) ?? [];
  // Waited for, not blocked on: else this process would not see its idle connections being closed.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      example.replace("openAsBlob('ride.csv')", `openAsBlob(${JSON.stringify(ride)})`),
    ],
    {
      cwd: packageFolder,
      env: { ...process.env, PIAFFE_URL: server.url, PIAFFE_TOKEN: server.token },
    },
  );
  assert.match(stdout, /safe since \d{4}-/);
  assert.match(stdout, /unit: '1\/min'/);
});

test('the same bytes again are answered with the ride that has them', async () => {
  const client = createClient({ baseUrl: `${server.url}/api/v1`, token: server.token });
  const horse = await client.post('/horses', { body: { name: 'Luna', timeZone: 'UTC' } });
  const file = new Blob(['t,ax,ay,az\n0,0,0,1\n']);
  const first = await client.uploadRecording({ horse: horse.id, file, name: 'a.csv' });
  const again = await client.uploadRecording({ horse: horse.id, file, name: 'b.csv' });
  assert.deepEqual([first.duplicate, again.duplicate], [false, true]);
  assert.equal(again.session.id, first.session.id);
});

test('what is not there is told by its code, with the id of the request', async () => {
  const client = createClient({ baseUrl: `${server.url}/api/v1`, token: server.token });
  const params = { path: { session: 'a'.repeat(26) } };
  await assert.rejects(client.get('/sessions/{session}', { params }), (error) => {
    assert.ok(error instanceof ApiProblem);
    assert.equal(error.code, 'session-not-found');
    assert.ok(error.requestId);
    return true;
  });
});

test('what was exported from one server is the same on another, once it was brought in', async () => {
  const from = createClient({ baseUrl: `${server.url}/api/v1`, token: server.token });
  const ride = join(server.scratch, 'exported.csv');
  await piaffe('simulate', 'trot-in-hand', '--seed', '7', '--out', ride);
  const horse = await from.post('/horses', { body: { name: 'Vento', timeZone: 'UTC' } });
  const { session } = await from.uploadRecording({ horse: horse.id, file: await openAsBlob(ride) });
  const heart = new Blob(['time,bpm\n2026-05-01T10:00:00Z,72\n']);
  const beside = await from.uploadCompanion({ session: session.id, file: heart, name: 'belt.csv' });
  assert.ok('recordings' in beside.session);
  assert.equal(beside.session.recordings.length, 2);
  const params = { path: { session: session.id, recording: beside.receipt.id } };
  await from.delete('/sessions/{session}/companions/{recording}', { params });
  const before = await resultOf(from, session.id);

  const exported = await fetch(`${server.url}/api/v1/export`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  await using other = await realServer();
  const to = createClient({ baseUrl: `${other.url}/api/v1`, token: other.token });
  const progress: number[] = [];
  const report = await to.uploadExport({
    file: await exported.blob(),
    onProgress: (sent, total) => progress.push(sent / total),
  });
  assert.equal(progress.at(-1), 1);
  assert.equal(report.stopped, null);
  const brought = report.rides.find(({ exported }) => exported === session.id)!;
  const after = await resultOf(to, brought.session!);
  assert.deepEqual({ ...after, context: null }, { ...before, context: null });
});

type Client = ReturnType<typeof createClient>;

async function resultOf(client: Client, session: string) {
  const params = { path: { session } };
  for await (const { state } of client.followEvents({ session })) {
    if (state === 'failed') throw new Error('the ride cannot be used');
    if (state === 'done') break;
  }
  return client.get('/sessions/{session}/result', { params });
}
