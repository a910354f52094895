import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { bind } from '@piaffe/kernel';
import { gatewayContract } from './contract.ts';
import { gatewayModule } from './create.ts';
import { horseOf, startGateway, tokenOf } from './testing/gateway.fixture.ts';
import { rawSocket } from './testing/raw-socket.fixture.ts';

async function uploading(t: Parameters<typeof rawSocket>[0]) {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const { authorization } = await tokenOf(rider, 'upload');
  const raw = await rawSocket(t, gateway.port);
  raw.write(
    `POST /api/v1/recordings?horse=${await horseOf(rider)} HTTP/1.1\r\nhost: x\r\n` +
      `authorization: ${authorization}\r\ncontent-length: 10\r\nexpect: 100-continue\r\n\r\n`,
  );
  await raw.until(/100 Continue/);
  return { gateway, raw };
}

test('draining lets an upload in flight end, and takes nothing new', async (t) => {
  const { gateway, raw } = await uploading(t);
  const idle = await rawSocket(t, gateway.port);
  const draining = gateway.drain(600);
  await idle.ended();
  await assert.rejects(fetch(`${gateway.url}/health/live`));
  raw.write('0123456789');
  assert.match(await raw.ended(), /201 Created[\s\S]*"duplicate":false/);
  await draining;
});

test('who asks on a connection that was kept open while it drains is answered, and told that it ends', async (t) => {
  const gateway = await startGateway(t);
  const kept = await rawSocket(t, gateway.port);
  const ask = () => kept.write('GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n');
  ask();
  await kept.until(/200 OK[\s\S]*keep-alive[\s\S]*\}/i);
  const draining = gateway.drain(600);
  await assert.rejects(fetch(`${gateway.url}/health/live`));
  ask();
  assert.match(await kept.ended(), /200 OK[\s\S]*200 OK[\s\S]*connection: close/i);
  await draining;
});

test('draining ends what takes longer than it may', async (t) => {
  const { gateway, raw } = await uploading(t);
  await gateway.drain(0.1);
  assert.doesNotMatch(await raw.ended(), /201/);
});

test('a port in use and a host that is not here are said as such', async (t) => {
  const { needs, port } = await startGateway(t);
  const config = { version: '0', basePath: '', dashboardFolder: null, trustProxy: false };
  const another = gatewayModule.create(needs, config);
  t.after(() => (another as unknown as AsyncDisposable)[Symbol.asyncDispose]());
  const client = bind(gatewayContract, another);
  await assert.rejects(client.listen({ host: '127.0.0.1', port }), { code: 'port-in-use' });
  await assert.rejects(client.listen({ host: '192.0.2.1', port: 0 }), { code: 'host-not-known' });
  const blocker = createServer().listen(0, '127.0.0.1');
  t.after(() => blocker.close());
});
