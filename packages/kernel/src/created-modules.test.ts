import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import {
  type AnyHostedModule,
  type ClientOf,
  closed,
  defineContract,
  operation,
  type Plan,
  required,
  startHost,
  Unavailable,
} from './index.ts';

const greet = operation({
  summary: 'Says hello',
  input: closed({}),
  output: Type.String(),
  errors: {},
  idempotent: true,
});
const contractOf = (name: string) => defineContract({ name, version: '1.0.0', operations: { greet } });

function module(
  name: string,
  diary: string[],
  begin: (client: ClientOf) => unknown = () => {},
  needs: readonly string[] = [],
): AnyHostedModule {
  return {
    contract: contractOf(name),
    needs: needs.map((need) => required(contractOf(need), { answer: `no ${need}` })),
    async create(client: ClientOf) {
      await begin(client);
      diary.push(`${name} begins`);
      return {
        greet: async () => `hello from ${name}`,
        async [Symbol.asyncDispose]() {
          diary.push(`${name} ends`);
        },
      };
    },
  };
}

function start(modules: readonly AnyHostedModule[]) {
  const plan: Plan = {
    name: 'all-here',
    processes: {},
    modules: Object.fromEntries(modules.map(({ contract }) => [contract.name, { shape: 'here' }])),
  };
  return startHost({ plan, modules, onEvent() {} });
}

test('modules begin in the order given and end in the opposite one', async () => {
  const diary: string[] = [];
  const host = await start([module('one', diary), module('two', diary)]);
  await host[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  assert.deepEqual(diary, ['one begins', 'two begins', 'two ends', 'one ends']);
});

test('a module begins behind those it needs, whatever their order, and may call them while it is created', async () => {
  const diary: string[] = [];
  const one = module('one', diary);
  const two = module('two', diary, async (client) => diary.push(await client(contractOf('one')).greet({})), [
    'one',
  ]);
  await using host = await start([two, one]);
  assert.deepEqual(diary, ['one begins', 'hello from one', 'two begins']);
  assert.equal(await host.client(contractOf('two')).greet({}), 'hello from two');
});

test('modules that need each other are refused, with the way round', async () => {
  const modules = [module('one', [], undefined, ['two']), module('two', [], undefined, ['one'])];
  await assert.rejects(start(modules), /modules need each other: one > two > one/);
});

test('a module gets no client of one that it does not say it needs', async () => {
  const curious = module('two', [], (client) => client(contractOf('one')));
  await assert.rejects(start([module('one', []), curious]), /two does not say that it needs one/);
});

test('when a module cannot be created, those before it are ended and the reason is thrown', async () => {
  const diary: string[] = [];
  const broken = module('two', diary, () => {
    throw new Error('the port is taken');
  });
  await assert.rejects(start([module('one', diary), broken, module('three', diary)]), /the port is taken/);
  assert.deepEqual(diary, ['one begins', 'one ends']);
});

test('a module that has ended refuses calls', async () => {
  const host = await start([module('one', [])]);
  const client = host.client(contractOf('one'));
  await host[Symbol.asyncDispose]();
  await assert.rejects(client.greet({}), (error) => error instanceof Unavailable && error.cause === 'down');
});
