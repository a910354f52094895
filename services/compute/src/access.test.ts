import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startService } from '../testing/service.fixture.ts';
import { makeToken, ownerOf, readTokens } from './tokens/tokens.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'compute-'));
after(() => rm(folder, { recursive: true }));

/** Runs the program to its end. */
function run(words: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a token is known by its hash alone, and by no other text', () => {
  const lab = makeToken('lab');
  const other = makeToken('other');
  const entries = readTokens(`# of the lab\n${lab.entry}\n\n${other.entry},`);
  assert.deepEqual(
    entries.map(({ name }) => name),
    ['lab', 'other'],
  );
  assert.equal(ownerOf(lab.token, entries), 'lab');
  assert.equal(ownerOf(other.token, entries), 'other');
  assert.equal(ownerOf(lab.entry.split(':')[1]!, entries), null);
  assert.equal(ownerOf('', entries), null);
  assert.ok(!lab.entry.includes(lab.token));
});

test('a list of tokens that is not well formed is refused without repeating what may be a secret', () => {
  const secret = 'pct_this-is-a-token-somebody-pasted';
  assert.throws(
    () => readTokens(secret),
    (error: Error) => /entry 1/.test(error.message) && !error.message.includes(secret),
  );
  const { entry } = makeToken('lab');
  assert.throws(() => readTokens(`${entry}\n${entry}`), /two tokens/);
  assert.throws(() => makeToken('No Good'), /a-z/);
});

test('with tokens, nothing but health and the description is answered without one', async () => {
  const made = run(['token', 'lab']);
  assert.equal(made.status, 0);
  const [token = '', entry = ''] = [made.stdout.trim(), made.stderr.trim().split('\n').at(-1)];
  const file = join(folder, 'tokens');
  await writeFile(file, `${entry}\n`);
  await using service = await startService({
    flags: ['--host', '0.0.0.0'],
    env: { PIAFFE_COMPUTE_TOKENS_FILE: file },
  });
  const status = async (path: string, init: RequestInit) =>
    (await fetch(`${service.url}${path}`, init)).status;
  const withToken = { headers: { authorization: `Bearer ${token}` } };
  const asks: readonly (readonly [string, string])[] = [
    ['POST', '/v1/metrics'],
    ['POST', '/v1/series'],
    ['POST', '/v1/batch'],
    ['POST', '/v1/trends'],
    ['GET', '/contracts'],
    ['GET', '/contracts/trend'],
    ['POST', '/aggregation/algorithm'],
    ['POST', '/trend/algorithm'],
    ['HEAD', `/blobs/${'0'.repeat(64)}`],
    ['PUT', `/blobs/${'0'.repeat(64)}`],
  ];
  for (const [method, path] of asks) {
    assert.equal(await status(path, { method }), 401, path);
    assert.equal(await status(path, { method, headers: { authorization: `Bearer ${token}x` } }), 401, path);
    assert.notEqual(await status(path, { method, ...withToken }), 401, path);
  }
  for (const path of ['/health/live', '/health/ready', '/openapi.json', '/docs'])
    assert.equal(await status(path, {}), 200, path);
  assert.ok(!service.output().includes(token));
  assert.ok(!service.output().includes('There are no tokens'));
});

test('without tokens only programs of this machine may ask, not the pages in its browsers', async () => {
  await using service = await startService();
  assert.match(service.output(), /There are no tokens/);
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(`${service.url}/contracts`, { headers });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  assert.equal((await ask({}))[0], 200);
  assert.deepEqual(await ask({ origin: 'https://example.org' }), [403, 'origin-not-allowed']);
  assert.deepEqual(await ask({ 'sec-fetch-site': 'cross-site' }), [403, 'origin-not-allowed']);
});

test('for other machines it does not start without tokens, and says what to do', () => {
  const refused = run(['--host', '0.0.0.0']);
  assert.equal(refused.status, 64);
  assert.match(refused.stderr, /compute token NAME/);
  const both = run([], { PIAFFE_COMPUTE_TOKENS: 'a', PIAFFE_COMPUTE_TOKENS_FILE: 'b' });
  assert.equal(both.status, 64);
  const none = run([], { PIAFFE_COMPUTE_TOKENS_FILE: join(folder, 'nowhere') });
  assert.match(none.stderr, /cannot be read/);
});
