import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  bind,
  type Contract,
  digestOf,
  documentOf,
  type Implementation,
  type Plan,
  pluginHead,
  startHost,
  Unavailable,
} from '@piaffe/kernel';
import { type Skewed, skewedVersions } from '../../packages/kernel/testing/skewed.fixture.ts';
import { processShapes } from '../../packages/processes/src/index.ts';
import { type TrendInput, trendContract } from '../../packages/trend/contract.ts';
import { horseYear } from '../../packages/trend/testing/horse-year.fixture.ts';
import { algorithm, trend } from '../../packages/trend/trend.ts';
import { answerBy, callHandler, listen, remoteShape } from '../../packages/wire/src/index.ts';

const input = horseYear({ seed: 7, sessions: 20 });
const truth = JSON.parse(JSON.stringify(trend(input)));
const versions = skewedVersions(trendContract, 'trend');
const program = {
  command: process.execPath,
  args: [fileURLToPath(new URL('no-modules.fixture.ts', import.meta.url))],
  env: {},
};
const unchanged = (value: unknown) => value;
const present: Side = { contract: trendContract, ask: unchanged, answer: unchanged };

type Side = Pick<Skewed, 'contract' | 'ask' | 'answer'>;

/** Trend under another contract, over HTTP. */
async function serve({ contract, answer }: Side): Promise<string> {
  const made = {
    algorithm: async () => algorithm,
    trend: async (asked: unknown) => answer(trend(asked as TrendInput)),
  };
  const client = bind(contract, made as Implementation<Contract>);
  const perform = answerBy(new Map([['trend', client]]));
  const server = createServer(callHandler({ contracts: [contract], token: null, perform }));
  const { port, close } = await listen(server, 0);
  after(close);
  return `http://127.0.0.1:${port}`;
}

/** Trend under another contract, as a plugin file. */
async function build(t: TestContext, { contract, answer }: Skewed): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skewed-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'trend.mjs');
  const { name, version } = contract;
  const document = documentOf(contract);
  const code = `
    import { algorithm, trend } from '${import.meta.resolve('../../packages/trend/trend.ts')}';
    const laterKey = 'ofALaterVersion', firstAnswered = '${Object.keys(truth)[0]}';
    const create = () => ({ algorithm: async () => algorithm, trend: async (input) => (${answer})(trend(input)) });
    export default { contract: ${JSON.stringify(document)}, create };`;
  await writeFile(file, pluginHead({ name, version, digest: digestOf(contract), contract: document }) + code);
  return file;
}

/** What a program whose trend is placed so gets, asking under its own contract. */
async function ask({ contract, ask: asked }: Side, placed: Plan['modules'][string]): Promise<unknown> {
  await using host = await startHost({
    plan: { name: 'skewed', modules: { trend: placed }, processes: {}, ports: {}, extensions: {} },
    modules: [{ contract, create: () => assert.fail('it is not created here') }],
    shapes: [remoteShape({ token: null, store: null }), ...processShapes(program)],
    onEvent() {},
  });
  while (host.status()[0]!.state === 'starting') await sleep(10);
  return await host.client(contract).trend!(asked(input));
}

async function assertRefused(answered: Promise<unknown>, one: Contract, other: Contract): Promise<void> {
  await assert.rejects(answered, (error) => {
    assert.ok(error instanceof Unavailable, String(error));
    assert.equal(error.cause, 'incompatible');
    for (const { version } of [one, other])
      assert.ok(error.message.includes(`trend ${version}`), error.message);
    assert.match(error.message, /has to move/);
    return true;
  });
}

for (const skewed of versions) {
  test(`the present program asks a trend that has ${skewed.name}`, async () => {
    const answered = ask(present, { shape: 'remote', urls: [await serve(skewed)] });
    if (skewed.asProvider === 'fits') assert.deepEqual(await answered, truth);
    else await assertRefused(answered, trendContract, skewed.contract);
  });

  const asks = Object.hasOwn(skewed.contract.operations, 'trend');
  if (asks) {
    test(`a program whose trend has ${skewed.name} asks the present one`, async () => {
      const answered = ask(skewed, { shape: 'remote', urls: [await serve(present)] });
      if (skewed.asConsumer === 'fits') assert.deepEqual(await answered, truth);
      else await assertRefused(answered, skewed.contract, trendContract);
    });
  }

  // A thread for each that fits takes its time, so those that answer as the present one does are left out.
  if (skewed.asProvider === 'fits' && skewed.answer(truth) === truth) continue;
  test(`the present program has a plugin that has ${skewed.name}`, async (t) => {
    const answered = ask(present, { shape: 'plugin', file: await build(t, skewed), trusted: true });
    if (skewed.asProvider === 'fits') assert.deepEqual(await answered, truth);
    else await assertRefused(answered, trendContract, skewed.contract);
  });
}
