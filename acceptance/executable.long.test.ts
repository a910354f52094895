import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { administrator } from './support/api.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { runPiaffe, startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const root = fileURLToPath(new URL('../', import.meta.url));
const file = join(folder, 'piaffe');
const skip = process.platform === 'linux' ? false : 'the executable is made for Linux';
const run = promisify(execFile);
const build = (...args: readonly string[]) =>
  run(process.execPath, ['tools/build.mjs', ...args], { cwd: root });

before(async () => {
  if (skip !== false) return;
  await build('--out', file);
  process.env.PIAFFE_EXECUTABLE = file;
});

test('the executable computes without anything beside it, as the sources do', { skip }, async () => {
  const ride = join(folder, 'ride.csv');
  await runPiaffe(['simulate', 'sample-ride', '--out', ride]);
  const ofExecutable = await runPiaffe(['analyse', '--json', ride], { env: { PATH: '/nowhere' } });
  process.env.PIAFFE_EXECUTABLE = '';
  const ofSource = await runPiaffe(['analyse', '--json', ride]);
  process.env.PIAFFE_EXECUTABLE = file;
  assert.equal(ofExecutable.code, 0, ofExecutable.stderr);
  assert.equal(ofExecutable.stdout, ofSource.stdout);
});

test('it serves pages, the description of the API, and rides with what a plugin from a folder adds', {
  skip,
}, async () => {
  const plugin = join(folder, 'warm-up.plugin.mjs');
  await build('plugin', 'examples/metric-plugin/index.ts', '--out', plugin);
  const plan = JSON.parse(await readFile(join(root, 'examples/metric-plugin/plan.json'), 'utf8'));
  plan.extensions['warm-up'].plugin.file = plugin;
  const planFile = join(folder, 'plan.json');
  await writeFile(planFile, JSON.stringify(plan));
  await using server = await startServer({ folder: join(folder, 'data'), flags: ['--plan', planFile] });
  for (const path of ['/', '/api/v1/docs/', '/api/v1/docs/static/swagger-ui.css', '/icon.svg']) {
    const answer = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200, path);
    await answer.bytes();
  }
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const { session } = await api.upload(horse, shortRides().ride(1));
  const settled = await api.settled(session.id);
  assert.equal(settled.state, 'done', settled.reason ?? '');
  for (;;) {
    const { plugins } = await api.json<{ plugins: { state: string; problem: string | null }[] }>(
      `/sessions/${session.id}/added`,
    );
    assert.equal(plugins[0]?.problem, null);
    if (plugins[0]?.state === 'measured') break;
  }
});

test('it names the licences of what is in it', { skip }, async () => {
  const { stdout } = await runPiaffe(['licences']);
  for (const work of ['fastify', 'react', 'Node.js', 'typebox'])
    assert.match(stdout, new RegExp(`^${work} ?`, 'm'));
});

test('the same sources give the same bytes', { skip }, async () => {
  const again = join(folder, 'again');
  await build('--out', again);
  assert.equal(await sha256Of(again), await sha256Of(file));
});

const sha256Of = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
