import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
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
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      example.replace("openAsBlob('ride.csv')", `openAsBlob(${JSON.stringify(ride)})`),
    ],
    {
      cwd: packageFolder,
      env: { ...process.env, PIAFFE_URL: server.url, PIAFFE_TOKEN: server.token },
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr);
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
