import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startGateway } from './testing/gateway.fixture.ts';
import { rawSocket } from './testing/raw-socket.fixture.ts';

const html =
  '<!doctype html><html><head><base href="/"><script src="assets/app-1a2b.js"></script></head></html>';

async function builtPages(t: TestContext): Promise<string> {
  const outer = await mkdtemp(join(tmpdir(), 'piaffe-pages-'));
  t.after(() => rm(outer, { recursive: true, force: true }));
  const folder = join(outer, 'dist');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, '.hidden.txt'), 'hidden');
  await writeFile(join(outer, 'outside.txt'), 'outside');
  return folder;
}

const page = { accept: 'text/html,application/xhtml+xml' };

for (const basePath of ['', '/barn/piaffe']) {
  test(`pages and their files are served below ${basePath || 'the root'}`, async (t) => {
    const gateway = await startGateway(t, { basePath, dashboardFolder: await builtPages(t) });
    const get = (path: string, headers = {}) => fetch(`${gateway.url}${path}`, { headers });
    for (const path of ['', '/', '/horses/abc', '/sessions/abc?tab=notes', '/upload']) {
      const response = await get(path, page);
      assert.equal(response.status, 200, path);
      assert.equal(await response.text(), html.replace('href="/"', `href="${basePath}/"`));
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.match(
        response.headers.get('content-security-policy')!,
        /^default-src 'none';script-src 'self';style-src 'self';/,
      );
      assert.doesNotMatch(response.headers.get('content-security-policy')!, /unsafe/);
      assert.equal(response.headers.get('x-frame-options'), 'DENY');
    }
    const asset = await get('/assets/app-1a2b.js');
    assert.equal(asset.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.match(asset.headers.get('content-type')!, /^(text|application)\/javascript/);
    const icon = await get('/icon.svg');
    assert.equal(icon.headers.get('cache-control'), 'no-cache');
    const known = await get('/icon.svg', {
      'if-none-match': icon.headers.get('etag')!,
      'cache-control': 'max-age=0',
    });
    assert.equal(known.status, 304);
    assert.equal((await fetch(`${gateway.url}/`, { method: 'HEAD', headers: page })).status, 200);

    for (const path of [
      '/api',
      '/api/v2/horses',
      '/health/dead',
      '/metrics/x',
      '/missing.js',
      '/.hidden.txt',
      '/assets/',
    ]) {
      const response = await get(path, path === '/assets/' ? {} : page);
      assert.equal(response.status, 404, path);
      assert.match(response.headers.get('content-type')!, /problem\+json/, path);
    }
    assert.equal((await get('/horses/abc', { accept: 'application/json' })).status, 404);
  });
}

test('no path leads out of the folder of the pages', async (t) => {
  const gateway = await startGateway(t, { dashboardFolder: await builtPages(t) });
  const paths = [
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/..\\outside.txt',
    '//outside.txt',
    '/assets/%00.js',
    '/assets/..%5c..%5coutside.txt',
  ];
  for (const path of paths) {
    const raw = await rawSocket(t, gateway.port);
    raw.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    assert.match(await raw.ended(), /^HTTP\/1\.1 40[04] /, path);
  }
});

test('without built pages a browser is told where the API is', async (t) => {
  const gateway = await startGateway(t);
  const response = await fetch(gateway.url, { headers: page });
  assert.equal(response.status, 404);
  assert.match(await response.text(), /\/api\/v1\/docs/);
});
