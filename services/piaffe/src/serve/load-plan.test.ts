import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { CannotServe } from './cannot-serve.ts';
import { loadPlan } from './load-plan.ts';

const folder = await scratchFolder();
const plans = new URL('../../../../plans/', import.meta.url);

test('every plan that comes with Piaffe can be used by its name', async () => {
  const names = [
    'default',
    'all-here',
    'one-process-http',
    'plugin',
    'two-processes',
    'remote',
    'all-remote',
  ];
  for (const name of names) {
    assert.equal((await loadPlan(name)).name, name);
  }
});

test('a plan of one’s own is named by its path', async () => {
  const path = join(folder, 'mine.json');
  await writeFile(path, await readFile(new URL('all-here.json', plans)));
  assert.equal((await loadPlan(path)).name, 'all-here');
});

test('a plan that cannot be used is refused in one line that says why', async () => {
  const path = join(folder, 'broken.json');
  const refused = async (plan: string, content: string | null, why: RegExp) => {
    if (content !== null) await writeFile(path, content);
    await assert.rejects(loadPlan(plan), (error) => {
      assert.ok(error instanceof CannotServe);
      assert.equal(error.exitCode, 64);
      assert.match(error.message, why);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  };
  await refused('no-such', null, /none of that name.*all-here, all-remote, default/);
  await refused(join(folder, 'none.json'), null, /no such file/);
  await refused(folder, null, /folder/);
  await refused(path, '{"name": ', /not JSON/);
  await refused(path, '{"name": "mine", "modules": {}, "processes": {}}', /does not say where .* auth/);

  const plan = JSON.parse(await readFile(new URL('default.json', plans), 'utf8'));
  const extended = (name: string, extended: string) => ({
    ...plan,
    extensions: { [name]: { extends: extended, plugin: { shape: 'plugin', file: 'x.mjs', trusted: true } } },
  });
  await refused(path, JSON.stringify(extended('mine', 'nothing')), /mine extends nothing; .* is metric/);
  await refused(path, JSON.stringify(extended('auth', 'metric')), /auth has the name of a module/);
  await refused(path, JSON.stringify(extended('../mine', 'metric')), /letters, digits and hyphens/);
  plan.modules.sessions = plan.modules.aggregation;
  await refused(path, JSON.stringify(plan), /sessions .*database.*here/);
});

test('what has the data folder can be at one address of its own, and the gateway nowhere but in the server', async () => {
  const path = join(folder, 'apart.json');
  const original = JSON.parse(await readFile(new URL('all-remote.json', plans), 'utf8'));
  const refused = async (module: string, urls: readonly string[], why: RegExp) => {
    const modules = { ...original.modules, [module]: { shape: 'remote', urls } };
    await writeFile(path, JSON.stringify({ ...original, modules }));
    await assert.rejects(loadPlan(path), why);
  };
  await refused('auth', ['http://127.0.0.1:7481', 'http://127.0.0.1:7491'], /auth .* one address/);
  await refused('auth', ['http://127.0.0.1:7482'], /auth and stable are at one address/);
  await refused('gateway', ['http://127.0.0.1:7490'], /gateway is the server itself/);
});
