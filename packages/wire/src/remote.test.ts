import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  bind,
  type Contract,
  closed,
  defineContract,
  type Host,
  type Implementation,
  operation,
  startHost,
  Unavailable,
} from '@piaffe/kernel';
import { type TSchema, Type } from 'typebox';
import { answerBy, callHandler, listen, remoteShape, type Store } from './index.ts';

const version = (
  number: string,
  asks: Record<string, TSchema> = { grams: Type.Number() },
  tells: Record<string, TSchema> = {},
) =>
  defineContract({
    name: 'scale',
    version: number,
    operations: {
      weigh: operation({
        summary: 'Weighs',
        input: closed(asks),
        output: closed({ by: Type.String(), ...tells }),
        errors: {},
        idempotent: true,
        references: ({ of }: { of?: string }) => (of === undefined ? [] : [of]),
      }),
      add: operation({
        summary: 'Adds once',
        input: closed({}),
        output: closed({ by: Type.String() }),
        errors: {},
        idempotent: false,
      }),
    },
  });
const scale = version('1.0.0');
const token = 'a service token';

type Scale = Partial<Implementation<typeof scale>>;

/** A provider on a free port, or on the given one. */
async function provide(
  by: string,
  { contract = scale, port = 0, own = {}, other = () => false }: ProvideOptions = {},
): Promise<{ readonly url: string; readonly port: number; close(): Promise<void> }> {
  const made = { weigh: async () => ({ by }), add: async () => ({ by }), ...own } as Implementation<Contract>;
  const client = bind<Contract>(contract, made);
  const handler = callHandler({
    contracts: [contract],
    token,
    perform: answerBy(new Map([['scale', client]])),
  });
  const server = createServer((request, response) => other(request, response) || handler(request, response));
  const { port: taken, close } = await listen(server, port);
  after(close);
  return { url: `http://127.0.0.1:${taken}`, port: taken, close };
}

interface ProvideOptions {
  readonly contract?: Contract;
  readonly port?: number;
  readonly own?: Scale;
  readonly other?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

async function consume(
  urls: readonly string[],
  {
    contract = scale,
    store = null,
    token: shown = token,
  }: { contract?: typeof scale; store?: Store | null; token?: string } = {},
) {
  const host = await startHost({
    plan: { name: 'apart', modules: { scale: { shape: 'remote', urls: [...urls] } }, processes: {} },
    modules: [{ contract, create: () => assert.fail('it is not created here') }],
    shapes: [remoteShape({ token: shown, store })],
    onEvent() {},
  });
  return { host, scale: host.client(contract), [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]() };
}

const isUnavailable = (cause: string) => (error: unknown) =>
  error instanceof Unavailable && error.cause === cause;
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}
const stateOf = (host: Host) => host.status()[0]!.state;

test('addresses are asked in turn, and one that is gone is left out at once', async () => {
  const [one, two] = await Promise.all([provide('one'), provide('two')]);
  await using consumer = await consume([one.url, two.url]);
  await until(() => consumer.host.status()[0]!.endpoints.every(({ state }) => state === 'up'));
  const answers = async (times: number) => {
    const found = new Set<string>();
    for (let i = 0; i < times; i++) found.add((await consumer.scale.weigh({ grams: 1 })).by);
    return [...found].sort();
  };
  assert.deepEqual(await answers(4), ['one', 'two']);
  await one.close();
  assert.deepEqual(await answers(6), ['two']);
  await two.close();
  await assert.rejects(consumer.scale.weigh({ grams: 1 }), isUnavailable('down'));
  await until(() => stateOf(consumer.host) === 'down');
  const again = await provide('again', { port: two.port });
  await until(() => stateOf(consumer.host) === 'up');
  assert.deepEqual(await answers(2), ['again']);
  await again.close();
});

test('what is not harmless to ask twice is asked once', async () => {
  let asked = 0;
  const breaking: ProvideOptions = {
    other: (request) => {
      if (request.method !== 'POST') return false;
      asked += 1;
      request.socket.destroy();
      return true;
    },
  };
  const [one, two] = await Promise.all([provide('one', breaking), provide('two', breaking)]);
  await using consumer = await consume([one.url, two.url]);
  await assert.rejects(consumer.scale.add({}), isUnavailable('down'));
  assert.equal(asked, 1);
  await assert.rejects(consumer.scale.weigh({ grams: 1 }), isUnavailable('down'));
  assert.equal(asked, 3);
  await Promise.all([one.close(), two.close()]);
});

test('one that hangs holds nobody beyond the deadline, and is left out once it was noticed', async () => {
  const hanging = await provide('nobody', { other: (request) => request.method !== 'GET' });
  await using consumer = await consume([hanging.url]);
  const began = performance.now();
  const deadline = new Date(Date.now() + 100);
  await assert.rejects(consumer.scale.weigh({ grams: 1 }, { deadline }), (error: Unavailable) => {
    return error instanceof Unavailable && ['slow', 'overloaded'].includes(error.cause);
  });
  assert.ok(performance.now() - began < 5_000);
  await hanging.close();
});

test('who shows no token, or another one, is refused', async () => {
  const provider = await provide('one');
  await using stranger = await consume([provider.url], { token: 'guessed' });
  await assert.rejects(stranger.scale.weigh({ grams: 1 }), isUnavailable('down'));
  assert.equal(stranger.host.status()[0]!.lastProblem, 'it does not take our service token');
  assert.equal((await fetch(`${provider.url}/contracts`)).status, 401);
  await provider.close();
});

test('an older consumer is served by a newer provider that asks no more of it', async () => {
  const newer = version('1.1.0', { grams: Type.Number(), unit: Type.Optional(Type.String()) });
  const provider = await provide('newer', { contract: newer });
  await using consumer = await consume([provider.url]);
  assert.deepEqual(await consumer.scale.weigh({ grams: 1 }), { by: 'newer' });
  assert.equal(consumer.host.status()[0]!.endpoints[0]!.version, '1.1.0');
  await provider.close();
});

test('what a newer provider answers beyond what is known is dropped', async () => {
  const own: Scale = { weigh: async () => ({ by: 'newer', at: 'noon' }) };
  const provider = await provide('newer', {
    contract: version('1.2.0', undefined, { at: Type.String() }),
    own,
  });
  await using consumer = await consume([provider.url]);
  assert.deepEqual(await consumer.scale.weigh({ grams: 1 }), { by: 'newer' });
});

test('a provider that asks for more is refused: both versions, what differs, and who must move', async () => {
  const stricter = version('2.0.0', { grams: Type.Number(), unit: Type.String() });
  const provider = await provide('stricter', { contract: stricter });
  await using consumer = await consume([provider.url]);
  await assert.rejects(consumer.scale.weigh({ grams: 1 }), (error: Unavailable) => {
    assert.equal(error.cause, 'incompatible');
    for (const told of ['1.0.0', '2.0.0', 'unit', 'weigh'])
      assert.ok(error.message.includes(told), error.message);
    return true;
  });
  await provider.close();
});

test('a provider that is replaced under a running consumer is judged again before it is asked', async () => {
  const first = await provide('first');
  await using consumer = await consume([first.url]);
  assert.deepEqual(await consumer.scale.weigh({ grams: 1 }), { by: 'first' });
  await first.close();
  let reached = false;
  const own: Scale = {
    weigh: async () => {
      reached = true;
      return { by: 'stricter' };
    },
  };
  const stricter = version('2.0.0', {
    grams: Type.Number(),
    unit: Type.Optional(Type.Number({ minimum: 7 })),
    more: Type.String(),
  });
  const second = await provide('second', { contract: stricter, port: first.port, own });
  await assert.rejects(consumer.scale.weigh({ grams: 1 }), isUnavailable('incompatible'));
  assert.equal(reached, false);
  await second.close();
  const third = await provide('third', { port: first.port });
  await until(() => stateOf(consumer.host) === 'up');
  assert.deepEqual(await consumer.scale.weigh({ grams: 1 }), { by: 'third' });
  await third.close();
});

test('a provider that could not be read is looked at again, and no caller who leaves harms it', async () => {
  const newer = version('1.1.0', { grams: Type.Number(), unit: Type.Optional(Type.String()) });
  let readable = false;
  const provider = await provide('newer', {
    contract: newer,
    own: { weigh: async () => sleep(50).then(() => ({ by: 'newer' })) },
    other(request, response) {
      if (readable || request.url !== '/contracts/scale') return false;
      response.end('{}');
      return true;
    },
  });
  await using consumer = await consume([provider.url]);
  await assert.rejects(consumer.scale.weigh({ grams: 1 }), isUnavailable('down'));
  assert.match(consumer.host.status()[0]!.lastProblem ?? '', /contract it shows cannot be read/);
  readable = true;
  await until(() => stateOf(consumer.host) === 'up');
  for (let i = 0; i < 8; i++)
    await assert.rejects(consumer.scale.weigh({ grams: 1 }, { signal: AbortSignal.timeout(5) }), {
      name: 'TimeoutError',
    });
  assert.deepEqual(await consumer.scale.weigh({ grams: 1 }), { by: 'newer' });
});

test('who shows no contracts, or answers what is none of the wire, is told as such', async () => {
  const odd = await provide('odd', {
    other: (_, response) => Boolean(response.end('{"modules":{"scale":null}}')),
  });
  await using one = await consume([odd.url]);
  await assert.rejects(one.scale.weigh({ grams: 1 }), isUnavailable('down'));
  assert.match(one.host.status()[0]!.lastProblem ?? '', /^it shows no contracts: /);
  const babbling = await provide('odd', {
    other: (request, response) => request.method === 'POST' && Boolean(response.end('hello\n')),
  });
  await using two = await consume([babbling.url]);
  await assert.rejects(two.scale.weigh({ grams: 1 }), isUnavailable('broken'));
});

test('what an input refers to is handed over as a stream, once, to who does not reach the store', async () => {
  const bytes = Buffer.alloc(3_000_000, 7);
  const reference = createHash('sha256').update(bytes).digest('hex');
  const taken = new Map<string, number>();
  const store: Store = {
    id: 'ours',
    size: async () => bytes.length,
    async *open() {
      yield bytes;
    },
  };
  const asks = version('1.0.0', { of: Type.String() });
  const provider = await provide('one', {
    contract: asks,
    other: (request, response) => {
      const [, folder, name = ''] = (request.url ?? '').split('/');
      if (folder !== 'blobs') return false;
      if (request.method === 'HEAD') response.writeHead(taken.has(name) ? 200 : 404).end();
      else {
        let size = 0;
        request.on('data', (chunk: Buffer) => {
          size += chunk.length;
        });
        request.on('end', () => {
          taken.set(name, size);
          response.writeHead(201).end();
        });
      }
      return true;
    },
  });
  await using consumer = await consume([provider.url], { contract: asks as never, store });
  const ask = consumer.scale.weigh as unknown as (input: { of: string }) => Promise<unknown>;
  assert.deepEqual(await ask({ of: reference }), { by: 'one' });
  assert.deepEqual([...taken], [[reference, bytes.length]]);
  assert.deepEqual(await ask({ of: reference }), { by: 'one' });
  await provider.close();
});
