import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { allHere } from '../testing/hosted-trials.fixture.ts';
import {
  type AnyHostedModule,
  type ClientOf,
  closed,
  defineContract,
  operation,
  type Plan,
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
): AnyHostedModule {
  return {
    contract: contractOf(name),
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
    ...allHere,
    modules: Object.fromEntries(modules.map(({ contract }) => [contract.name, { shape: 'here' }])),
  };
  return startHost({ plan, modules, program: { command: 'none', args: [], env: {} }, onEvent() {} });
}

test('modules begin in the order given and end in the opposite one', async () => {
  const diary: string[] = [];
  const host = await start([module('one', diary), module('two', diary)]);
  await host[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  assert.deepEqual(diary, ['one begins', 'two begins', 'two ends', 'one ends']);
});

test('a module may call those before it while it is created, and is told that one behind it is not there yet', async () => {
  const diary: string[] = [];
  const early = module('one', diary, async (client) => {
    await assert.rejects(client(contractOf('two')).greet({}), (error: Unavailable) => error.cause === 'down');
  });
  const late = module('two', diary, async (client) => {
    diary.push(await client(contractOf('one')).greet({}));
  });
  await using host = await start([early, late]);
  assert.deepEqual(diary, ['one begins', 'hello from one', 'two begins']);
  assert.equal(await host.client(contractOf('two')).greet({}), 'hello from two');
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
