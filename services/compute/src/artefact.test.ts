import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startService } from '../testing/service.fixture.ts';
import { smallRide } from '../testing/small-ride.fixture.ts';

const build = fileURLToPath(new URL('../../../tools/build.mjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'compute-'));
after(() => rm(folder, { recursive: true }));

const built = async (name: string, ...words: readonly string[]) => {
  const out = join(folder, name);
  await promisify(execFile)(process.execPath, [build, ...words, '--out', out]);
  return out;
};

const artefact = await built('first.mjs', 'compute');

test('the service is one file without gateway, accounts or database, and the same sources give the same bytes', async () => {
  const code = await readFile(artefact, 'utf8');
  assert.ok(
    await readFile(await built('second.mjs', 'compute')).then((bytes) => bytes.equals(Buffer.from(code))),
  );
  // Each file stands behind a comment with its path.
  const [, ...files] = code.split(/^\/\/ (?=(?:packages|services|node_modules)\/\S+$)/m);
  const bundled = new Map(files.map((text) => [text.slice(0, text.indexOf('\n')), text]));
  assert.ok(bundled.has('packages/aggregation/aggregate.ts') && bundled.has('packages/trend/trend.ts'));
  const unwanted =
    /^(packages\/(gateway|auth|stable|sessions|dashboard|simulator)|services\/piaffe|node_modules\/(kysely|pg))\//;
  assert.deepEqual(
    [...bundled.keys()].filter((file) => unwanted.test(file)),
    [],
  );
  // undici could keep answers in SQLite, and is never asked to.
  const ofDatabases = [...bundled].filter(([, text]) => /node:sqlite|DatabaseSync|argon2/.test(text));
  assert.deepEqual(
    ofDatabases.map(([file]) => file).filter((file) => !file.startsWith('node_modules/undici/')),
    [],
  );
  assert.doesNotMatch(code, /^import .* from "node:sqlite"/m);
  assert.doesNotMatch(code, new RegExp(fileURLToPath(new URL('../../../', import.meta.url))));
});

test('with gateway and database gone it still turns new recordings into metrics and trends', async () => {
  const alone = join(folder, 'alone');
  await mkdir(alone);
  await copyFile(artefact, join(alone, 'piaffe-compute.mjs'));
  await using service = await startService({
    file: join(alone, 'piaffe-compute.mjs'),
    cwd: alone,
    env: { PATH: '/usr/bin:/bin' },
  });
  const post = (path: string, body: Buffer | string) =>
    fetch(`${service.url}${path}`, { method: 'POST', body: body as never });
  const started = (day: number) => `2026-05-0${day}T10:30:00Z`;
  const lines = await Promise.all(
    [1, 2].map(async (seed) =>
      (await post(`/v1/metrics?startedAt=${started(seed)}`, smallRide({ seed }))).text(),
    ),
  );
  const told = (await (await post('/v1/trends', lines.join('\n'))).json()) as { sessions: { at: string }[] };
  assert.equal(told.sessions.length, 2);
  assert.equal((await (await post('/v1/series', smallRide())).arrayBuffer()).byteLength > 1000, true);
  assert.deepEqual(await readdir(alone), ['piaffe-compute.mjs']);
});

test('a plugin is one file whose first line shows its contract, and which gives the module', async () => {
  const entry = fileURLToPath(new URL('../testing/trend-plugin.fixture.ts', import.meta.url));
  const plugin = await built('trend.mjs', 'plugin', entry);
  const [first = ''] = (await readFile(plugin, 'utf8')).split('\n', 1);
  assert.match(first, /^\/\/! plugin \{/);
  const head = JSON.parse(first.slice('//! plugin '.length));
  assert.deepEqual([head.name, head.contract.name], ['trend', 'trend']);
  assert.match(head.digest, /^[0-9a-f]{64}$/);
  const { default: hosted } = await import(plugin);
  assert.equal(hosted.contract.version, head.version);
  const made = await hosted.create();
  assert.equal((await made.algorithm()).name, 'piaffe-trend');
});
