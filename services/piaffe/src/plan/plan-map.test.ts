import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PartHealth } from '@piaffe/gateway/contract';
import { digestOf, documentOf, type Plan, pluginHead } from '@piaffe/kernel';
import { trendContract } from '@piaffe/trend/contract';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { declaredModules } from '../compose/server-modules.ts';
import { paintFor } from '../render/style.ts';
import { loadPlan } from '../serve/load-plan.ts';
import { planMap } from './plan-map.ts';
import { planText } from './plan-text.ts';

const folder = await scratchFolder();
const known = { declared: declaredModules, extensionPoints: [], live: [] };
const alone = { server: null, note: null };
const linesOf = async (plan: Plan, live: readonly PartHealth[] = []) =>
  planText(await planMap(plan, { ...known, live }), alone, 100, paintFor(false));

async function withPlugin(name: string, content: string): Promise<Plan> {
  const plan = await loadPlan('plugin');
  const file = join(folder, name);
  await writeFile(file, content);
  return { ...plan, modules: { ...plan.modules, trend: { shape: 'plugin', file, process: 'track-record' } } };
}

const head = (changed: object = {}) => {
  const { name, version } = trendContract;
  const contract = documentOf(trendContract);
  return pluginHead({ name, version, digest: digestOf(trendContract), contract, ...changed });
};

test('every plan that comes with Piaffe has a map that fits a terminal of a hundred columns', async () => {
  for (const name of ['default', 'all-here', 'one-process-http', 'two-processes', 'remote', 'all-remote']) {
    const lines = await linesOf(await loadPlan(name));
    assert.equal(lines[0], `Plan ${name}`);
    for (const line of lines) assert.ok(line.length <= 100, line);
    for (const { contract } of declaredModules)
      assert.ok(lines.some((line) => line.startsWith(contract.name)));
  }
});

test('where a module is reached, and what it costs to lose it, is on the map', async () => {
  const text = (await linesOf(await loadPlan('remote'))).join('\n');
  assert.match(text, /^aggregation +remote +\S+ +http:\/\/127\.0\.0\.1:7471 http:\/\/127\.0\.0\.1:7472$/m);
  assert.match(text, /^auth +gateway +everything +Nobody can be recognised/m);
  const http = (await linesOf(await loadPlan('one-process-http'))).join('\n');
  assert.match(http, /^auth +http +\S+ +a socket$/m);
  assert.match(http, /^trend +http +\S+ +port 7492$/m);
});

test('a plugin is judged by its file without being started', async () => {
  const explodes = 'throw new Error("it was started");\n';
  const fits = await planMap(await withPlugin('fits.mjs', head() + explodes), known);
  const trendOf = ({ parts }: typeof fits) => parts.find(({ name }) => name === 'trend')?.plugin;
  assert.deepEqual(trendOf(fits)?.problem, null);
  assert.equal(trendOf(fits)?.version, trendContract.version);

  const another = await linesOf(await withPlugin('none.mjs', explodes));
  assert.match(another.join('\n'), /^trend +its first line does not say which contract it provides/m);
  const wrong = { contract: { ...documentOf(trendContract), name: 'weather' }, digest: 'x' };
  const other = await linesOf(await withPlugin('other.mjs', head(wrong)));
  assert.match(other.join('\n'), /^trend +it provides weather, and trend is wanted/m);
});

test('how the parts of a running server are is beside them, with the reason', async () => {
  const down: PartHealth = {
    name: 'trend',
    shape: 'process',
    state: 'down',
    since: '2026-11-23T06:00:00.000Z',
    required: false,
    detail: 'it was ended by SIGKILL',
    breaker: 'closed',
    verdict: null,
    featuresLost: ['trends'],
    answers: {},
  };
  const text = (await linesOf(await loadPlan('default'), [down])).join('\n');
  assert.match(text, /^trend +process +\S+ +down 2026-11-23T06:00Z +compute$/m);
  assert.match(text, /^trend +it was ended by SIGKILL$/m);
});
