import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { administrator, sha256 } from './support/api.fixture.ts';
import { computationOf, noProcesses } from './support/processes.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { type Server, startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const rides = shortRides();

/** What the server says once it takes nothing new. */
async function stopping(server: Server): Promise<void> {
  while (!server.log.some((line) => line.includes('stopping'))) await setTimeout(20);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} lets an upload in flight end, and keeps it; then the server ends well`, async () => {
    const data = join(folder, signal);
    const bytes = rides.ride(1);
    let id = '';
    {
      await using server = await startServer({ folder: data });
      const api = await administrator(server);
      const horse = await api.addHorse('Luna');
      const uploading = api.uploadSlowly(horse, bytes, 10);
      await setTimeout(300);
      server.kill(signal);
      await stopping(server);
      await assert.rejects(once(connect(Number(new URL(server.url).port), '127.0.0.1'), 'connect'));
      id = (await uploading).session.id;
      const { code, stderr } = await server.ended;
      assert.equal(stderr, '');
      assert.equal(code, 0);
      assert.ok(!existsSync(join(data, 'serving.json')));
    }
    await using again = await startServer({ folder: data });
    const raw = await (await administrator(again)).fetch(`/sessions/${id}/recording`);
    assert.equal(sha256(await raw.bytes()), sha256(bytes));
  });
}

test('an upload that does not end in time is cut off, and the server ends well', async () => {
  await using server = await startServer({
    folder: join(folder, 'cut-off'),
    env: { PIAFFE_DRAIN_SECONDS: '1' },
  });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const uploading = assert.rejects(api.uploadSlowly(horse, rides.ride(1), 300));
  await setTimeout(300);
  server.kill('SIGTERM');
  assert.equal((await server.ended).code, 0);
  await uploading;
});

test('whoever asks a second time ends it at once, and its computation with it', {
  skip: noProcesses,
}, async () => {
  await using server = await startServer({
    folder: join(folder, 'at-once'),
    env: { PIAFFE_DRAIN_SECONDS: '20' },
  });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const url = `${server.url}/api/v1/recordings?horse=${horse}`;
  const endless = request(url, {
    method: 'POST',
    headers: { ...api.headers, 'content-length': '100000000', expect: '100-continue' },
  });
  endless.on('error', () => {}).flushHeaders();
  await once(endless, 'continue');
  const dripping = setInterval(() => endless.write('0,0,0,0\n'.repeat(1000)), 100);
  const child = await computationOf(server);
  server.kill('SIGTERM');
  await stopping(server);
  const asking = setInterval(() => server.kill('SIGTERM'), 200);
  const { code, signal } = await server.ended;
  clearInterval(asking);
  clearInterval(dripping);
  endless.destroy();
  assert.equal(code, null);
  assert.equal(signal, 'SIGTERM');
  while (isAlive(child)) await setTimeout(20);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
