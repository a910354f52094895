import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { administrator } from './support/api.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const basePath = '/horses/piaffe';

test('behind a reverse proxy at a sub-path everything is found, and the proxy is believed about the client', async () => {
  await using server = await startServer({
    folder,
    flags: ['--base-path', basePath],
    env: { PIAFFE_TRUST_PROXY: 'loopback' },
  });
  assert.equal(new URL(server.url).pathname, basePath);
  await using proxy = await reverseProxy(server.url);
  const api = await administrator({ url: `${proxy.url}${basePath}`, folder });
  const horse = await api.addHorse('Luna');
  const { session } = await api.upload(horse, shortRides().ride(1));
  assert.equal((await api.settled(session.id)).state, 'done');

  const page = await fetch(`${proxy.url}${basePath}/`, { headers: { accept: 'text/html' } });
  assert.equal(page.status, 200);
  const html = await page.text();
  const base = new URL(/<base href="([^"]+)"/.exec(html)?.[1] ?? '', page.url);
  const files = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"/g)].map(([, file]) => file);
  assert.ok(files.length > 0);
  for (const file of files) {
    const found = await fetch(new URL(file, base));
    assert.equal(found.status, 200, file);
    await found.bytes();
  }
  assert.equal((await fetch(`${proxy.url}${basePath}/health/live`)).status, 200);
  assert.equal((await fetch(`${proxy.url}/api/v1/horses`)).status, 404);
  const login = server.log.find((line) => line.includes('signed in'));
  assert.match(login ?? '', /203\.0\.113\.7/);
});

/** The least that a reverse proxy does, on another port. */
async function reverseProxy(target: string): Promise<AsyncDisposable & { readonly url: string }> {
  const { hostname, port } = new URL(target);
  const proxy = createServer((from, back) => {
    const headers = {
      ...from.headers,
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': from.headers.host,
      'x-forwarded-proto': 'http',
    };
    const { url: path, method } = from;
    const to = request({ hostname, port, path, method, headers }, (answer) => {
      back.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(back);
    });
    to.on('error', () => back.destroy());
    from.pipe(to);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
