import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildClient } from './build.mjs';
import { httpServer } from './testing/http-server.fixture.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const app = mkdtempSync(join(tmpdir(), 'piaffe-app-'));
after(() => rmSync(app, { recursive: true }));

const packages = join(app, 'node_modules');
mkdirSync(join(packages, '@piaffe'), { recursive: true });
buildClient(join(packages, '@piaffe/client'));
for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
  cpSync(join(checkout, 'node_modules', name), join(packages, name), { recursive: true });
}
writeFileSync(join(app, 'package.json'), '{ "type": "module" }');

test('a program outside the checkout uses what was built, on the oldest Node there is', async () => {
  await using server = await httpServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[],"next":null}');
  });
  writeFileSync(
    join(app, 'app.js'),
    `import { ApiProblem, createClient } from '@piaffe/client';
    const { items } = await createClient({ baseUrl: process.argv[2], token: 'secret' }).get('/horses');
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:1' }).get('/horses');
    const problem = await nobody.catch((error) => error);
    console.log(items.length, problem instanceof ApiProblem, problem.code);`,
  );
  for (const node of new Set([oldestNode(), process.execPath])) {
    const { stdout } = await promisify(execFile)(node, ['app.js', `${server.url}/api/v1`], { cwd: app });
    assert.equal(stdout, '0 true unreachable\n', node);
  }
});

test('its types reach a program outside the checkout', () => {
  const horse = (name: string) =>
    `import { createClient, type Horse } from '@piaffe/client';
    const client = createClient({ baseUrl: 'http://127.0.0.1:1' });
    export const horse: Horse = await client.post('/horses', { body: { name: ${name}, timeZone: 'UTC' } });`;
  writeFileSync(join(app, 'right.ts'), horse('"Luna"'));
  writeFileSync(join(app, 'wrong.ts'), horse('7'));
  assert.equal(problemsOf('right.ts'), '');
  assert.match(problemsOf('wrong.ts'), /^wrong\.ts\(3,.*'number' is not assignable to type 'string'/);
});

function problemsOf(file: string): string {
  const compiler = join(checkout, 'node_modules/typescript-7/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
  ];
  return spawnSync(process.execPath, [compiler, ...options, file], { cwd: app, encoding: 'utf8' }).stdout;
}

/** Of those on the path that the package is for. */
function oldestNode(): string {
  const versions = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .map((path) => ({
      path,
      version: spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }),
    }))
    .map(({ path, version }) => ({ path, version: version.stdout.trim() }))
    .filter(({ version }) => isAtLeast(version, '20.3.0'))
    .sort((a, b) => (isAtLeast(a.version, b.version) ? 1 : -1));
  return versions[0]?.path ?? process.execPath;
}

function isAtLeast(version: string, least: string): boolean {
  return version.localeCompare(least, 'en', { numeric: true }) >= 0;
}
