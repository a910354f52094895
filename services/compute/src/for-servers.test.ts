import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aggregationContract } from '@piaffe/aggregation/contract';
import { isFailureOf, readPlan, startHost } from '@piaffe/kernel';
import { openStore, readStoreId } from '@piaffe/storage';
import { trendContract } from '@piaffe/trend/contract';
import { remoteShape, type Store } from '@piaffe/wire';
import { startService } from '../testing/service.fixture.ts';
import { smallRide } from '../testing/small-ride.fixture.ts';
import { modules } from './modules.ts';
import { makeToken } from './tokens/tokens.ts';

const folder = await mkdtemp(join(tmpdir(), 'compute-'));
after(() => rm(folder, { recursive: true }));

const { token, entry } = makeToken('server');
const service = await startService({ env: { PIAFFE_COMPUTE_TOKENS: entry } });
after(() => service[Symbol.asyncDispose]());
const headers = { authorization: `Bearer ${token}` };

const ride = smallRide();
const sha256 = createHash('sha256').update(ride).digest('hex');
const nothing = { horse: null, type: null, surface: null, rider: null, mount: null };
const input = (reference: string) => ({
  inputs: [{ reference, role: 'motion' as const, startedAt: null }],
  context: nothing,
  parameters: { invert: false, columns: {}, units: {}, trim: null, corrections: null },
});

/** A server that has its computation at an address, and the recordings in a store of its own. */
async function serverAskingAt(url: string, { token, store }: { token: string | null; store: Store | null }) {
  const remote = { shape: 'remote', urls: [url] };
  const plan = { name: 'remote', modules: { aggregation: remote, trend: remote }, processes: {} };
  return startHost({
    plan: readPlan(plan, Object.keys(plan.modules)),
    modules,
    shapes: [remoteShape({ token, store })],
    onEvent: () => {},
  });
}

test('a server elsewhere hands its recording over as a stream, once, and is answered by the contract', async () => {
  let opened = 0;
  const store: Store = {
    id: 'of that server',
    size: async () => ride.byteLength,
    async *open(reference) {
      assert.equal(reference, sha256);
      opened += 1;
      yield ride.subarray(0, 1000);
      yield ride.subarray(1000);
    },
  };
  await using server = await serverAskingAt(service.url, { token, store });
  const aggregation = server.client(aggregationContract);
  const steps: string[] = [];
  const { result } = await aggregation.aggregate(input(sha256), {
    onProgress: ({ step }) => steps.push(step),
  });
  assert.equal(result.recording.sha256, sha256);
  assert.ok(steps.includes('reading'));
  await aggregation.aggregate(input(sha256));
  assert.equal(opened, 1);
  assert.equal((await server.client(trendContract).algorithm({})).name, 'piaffe-trend');
  await assert.rejects(
    aggregation.aggregate({
      ...input(sha256),
      parameters: { ...input('').parameters, trim: { from: 9, to: 1 } },
    }),
    (error) =>
      isFailureOf(aggregationContract.operations.aggregate, error) && error.code === 'trim-not-valid',
  );
});

test('a service with the same data folder reads the recording where it lies', async () => {
  const data = join(folder, 'data');
  await using opened = await openStore(data, { migrations: {} });
  await opened.blobs.put(ReadableStream.from([ride]));
  await using service = await startService({ flags: ['--data', data] });
  const shown = (await (await fetch(`${service.url}/contracts`)).json()) as { reaches: string[] };
  const id = await readStoreId(data);
  assert.deepEqual(shown.reaches, [id]);
  const store: Store = {
    id: id!,
    size: () => assert.fail('it is there already'),
    open: () => assert.fail('it is there already'),
  };
  await using server = await serverAskingAt(service.url, { token: null, store });
  const { result } = await server.client(aggregationContract).aggregate(input(sha256));
  assert.equal(result.recording.sha256, sha256);
});

test('bytes that are not what they are called are refused, and what was not handed over is asked for again', async () => {
  const otherRide = smallRide({ seed: 2 });
  const another = createHash('sha256').update(otherRide).digest('hex');
  const put = async (name: string, body: Buffer) => {
    const { status } = await fetch(`${service.url}/blobs/${name}`, {
      method: 'PUT',
      headers,
      body: body as never,
    });
    return status;
  };
  const has = async (name: string) =>
    (await fetch(`${service.url}/blobs/${name}`, { method: 'HEAD', headers })).status;
  assert.equal(await put('0'.repeat(64), ride), 422);
  assert.equal(await put('../../etc', ride), 404);
  assert.equal(await has('0'.repeat(64)), 404);
  const answer = await fetch(`${service.url}/aggregation/aggregate`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input(another)),
  });
  assert.match(await answer.text(), /"unavailable".*"cause":"down"/);
  assert.equal(await put(another, otherRide), 201);
  assert.equal(await has(another), 200);
});
