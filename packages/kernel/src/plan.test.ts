import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { type Plan, PlanNotValid, readPlan } from './index.ts';
import { planSchema } from './plan.ts';

const plans = new URL('../../../plans/', import.meta.url);
const read = async (file: string) => JSON.parse(await readFile(new URL(file, plans), 'utf8'));
const modules = ['scale', 'ledger'];
const plan = {
  name: 'two',
  modules: { ledger: { shape: 'here' }, scale: { shape: 'process', process: 'heavy' } },
  processes: { heavy: { memoryMb: 512, workers: 2, callSeconds: 60 } },
};
const problemsWith = (value: unknown) => {
  try {
    readPlan(value, modules);
  } catch (error) {
    assert.ok(error instanceof PlanNotValid);
    return error.problems;
  }
  return [];
};

test('a plan that puts each module somewhere is read as it is, without what is for editors', () => {
  assert.deepEqual(readPlan({ $schema: './plan.schema.json', ...plan }, modules), plan);
});

test('a module that is missing, or that the program does not have, is named', () => {
  assert.deepEqual(problemsWith({ ...plan, modules: { ...plan.modules, abacus: { shape: 'here' } } }), [
    'there is no module abacus; the modules are scale, ledger',
  ]);
  assert.deepEqual(problemsWith({ ...plan, modules: { scale: plan.modules.scale } }), [
    'it does not say where the module ledger runs',
  ]);
});

test('a shape that this version does not know is named beside those that it knows', () => {
  const lambda = { ...plan.modules, ledger: { shape: 'lambda' } };
  const sentence = 'ledger has the shape "lambda"; this version knows here, http, process, plugin, remote';
  assert.deepEqual(problemsWith({ ...plan, modules: lambda }), [sentence]);
});

test('what is wrong with a place is said of that module and its shape alone', () => {
  const remote = { ...plan.modules, ledger: { shape: 'remote', urls: ['http://127.0.0.1:1/path'] } };
  const [problem, ...others] = problemsWith({ ...plan, modules: remote });
  assert.match(problem ?? '', /^ledger, which is remote: urls\.0 must match pattern/);
  assert.deepEqual(others, []);
});

test('a module that is http has a place in ports, and nothing else has, nor the same one', () => {
  const http = { modules: { ledger: { shape: 'http' }, scale: { shape: 'http' } }, processes: {} };
  assert.deepEqual(problemsWith({ ...plan, ...http, ports: { ledger: 7001 } }), [
    'scale is http, and has no place in ports',
  ]);
  assert.deepEqual(problemsWith({ ...plan, ...http, ports: { ledger: 7001, scale: 7001 } }), [
    'port 7001 is given twice',
  ]);
  assert.deepEqual(problemsWith({ ...plan, ports: { ledger: 'socket' } }), [
    'ledger has a place in ports, and is not http',
  ]);
  assert.deepEqual(problemsWith({ ...plan, ...http, ports: { ledger: 'socket', scale: 'socket' } }), []);
});

test('a plugin has a process to itself', () => {
  const modules = { ...plan.modules, ledger: { shape: 'plugin', file: 'ledger.mjs', process: 'heavy' } };
  assert.deepEqual(problemsWith({ ...plan, modules }), [
    'ledger is a plugin: nothing else may be put in its process heavy',
  ]);
});

test('a process that is not described, or that holds nothing, is named', () => {
  assert.deepEqual(problemsWith({ ...plan, processes: {} }), [
    'scale is put in the process heavy, which is not among its processes',
  ]);
  const here = { ledger: { shape: 'here' }, scale: { shape: 'here' } };
  assert.deepEqual(problemsWith({ ...plan, modules: here }), ['no module is put in the process heavy']);
});

test('a plan of another form is refused in words, whatever it is', () => {
  for (const value of [
    undefined,
    null,
    7,
    'plan',
    [],
    {},
    { modules: null },
    { ...plan, modules: { scale: null } },
  ])
    assert.notDeepEqual(problemsWith(value), [], JSON.stringify(value));
  const { memoryMb: _, ...limits } = plan.processes.heavy;
  assert.match(problemsWith({ ...plan, processes: { heavy: limits } }).join(), /processes\.heavy .*memoryMb/);
  assert.match(
    problemsWith({ ...plan, processes: { heavy: { ...limits, memoryMb: 1 } } }).join(),
    /processes\.heavy\.memoryMb must be >= 128/,
  );
  assert.match(problemsWith({ ...plan, speed: 'fast' }).join(), /speed/);
});

test('the published schema is the one this source makes (npm run schemas --workspace @piaffe/kernel)', async () => {
  assert.deepEqual(await read('plan.schema.json'), JSON.parse(JSON.stringify(planSchema())));
});

test('the plans that come with the program fit the schema that they name', async () => {
  const schema = Compile((await read('plan.schema.json')) as object);
  const files = (await readdir(plans)).filter((file) => file !== 'plan.schema.json');
  assert.ok(files.length > 0);
  for (const file of files) {
    const found: Plan & { $schema: string } = await read(file);
    assert.ok(schema.Check(found), `${file}: ${JSON.stringify(schema.Errors(found))}`);
    assert.equal(found.$schema, './plan.schema.json');
    assert.equal(`${found.name}.json`, file);
    readPlan(found, Object.keys(found.modules));
  }
});
