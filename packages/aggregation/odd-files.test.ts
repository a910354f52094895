import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { bind, Failure } from '@piaffe/kernel';
import { simulate, straight, toCsv } from '@piaffe/simulator';
import { aggregationContract } from './contract.ts';
import { aggregationModule } from './create.ts';
import { plainInput } from './testing/simulated.fixture.ts';

const head = Buffer.from('t_s,ax_g,ay_g,az_g\n');
const rows = (count: number, from = 0, rateHz = 100) =>
  Buffer.from(Array.from({ length: count }, (_, i) => `${(from + i) / rateHz},0,${i % 2},1\n`).join(''));
const megabyteOf = (character: string) => Buffer.alloc(1 << 20, character);

type Bytes = () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

function clientOf(open: Bytes) {
  const files = {
    size: async () => null,
    async *open() {
      yield* open();
    },
  };
  return bind(aggregationContract, aggregationModule.create({ files }, {}));
}

async function failureOf(open: Bytes): Promise<Failure> {
  const error = await clientOf(open)
    .aggregate(plainInput)
    .then(
      () => assert.fail('it was analysed'),
      (reason: unknown) => reason,
    );
  assert.ok(error instanceof Failure, String(error));
  return error;
}

for (const [what, problem, bytes] of [
  ['no bytes', 'empty-file', () => []],
  ['only empty chunks', 'empty-file', () => [new Uint8Array(), new Uint8Array()]],
  ['a header alone', 'no-usable-samples', () => [head]],
  ['a single sample', 'too-short', () => [head, rows(1)]],
  [
    'hours without a sample in each',
    'too-long',
    () => Array.from({ length: 31 }, (_, hour) => rows(40, 3600 * 20 * hour, 20)),
  ],
  ['zero bytes', 'unknown-format', () => [megabyteOf('\0')]],
] as const satisfies readonly (readonly [string, string, Bytes])[])
  test(`a file of ${what} is rejected as ${problem}`, async () => {
    const { code, details } = await failureOf(bytes);
    assert.equal(code, 'recording-rejected');
    assert.equal((details as { problem: string }).problem, problem);
  });

test('a line without end is refused before it is read to its end', async () => {
  let megabytes = 0;
  const failure = await failureOf(function* () {
    for (; megabytes < 10_000; megabytes++) yield megabyteOf('7');
  });
  assert.equal((failure.details as { problem: string }).problem, 'line-too-long');
  assert.ok(megabytes < 5, `${megabytes} MB read`);
});

test('a line of many megabytes in the middle is one broken row', async () => {
  const { result } = await clientOf(function* () {
    yield head;
    yield rows(3000);
    for (let i = 0; i < 64; i++) yield megabyteOf('7');
    yield Buffer.from('\n');
    yield rows(3000, 3000);
  }).aggregate(plainInput);
  assert.equal(result.recording.samples, 6000);
  assert.equal(result.quality.nanCount, 1);
});

test('a store that fails in the middle of a file is an unreadable recording, with its own words', async () => {
  const failure = await failureOf(function* () {
    yield head;
    yield rows(3000);
    throw new Error('the disk reported an error');
  });
  assert.equal(failure.code, 'recording-unreadable');
  assert.equal(failure.message, 'the disk reported an error');
});

test('a store that cannot open a file at all is one too', async () => {
  const files = {
    size: () => Promise.reject(new Error('no such file')),
    open: () => {
      throw new Error('no such file');
    },
  };
  const client = bind(aggregationContract, aggregationModule.create({ files }, {}));
  await assert.rejects(client.aggregate(plainInput), { code: 'recording-unreadable' });
});

const long = [
  ...toCsv(
    simulate(
      { name: 'long', description: 'a long walk', legs: [{ gait: 'walk', seconds: 2400, path: straight }] },
      { sampleRateHz: 25 },
    ),
  ),
].map((part) => Buffer.from(part));

for (const [step, next] of [
  ['finding the vertical', 'telling the gaits'],
  ['telling the gaits', 'measuring strides'],
] as const)
  test(`an interruption is heard while it is ${step}`, async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const steps: string[] = [];
    const implementation = aggregationModule.create(
      {
        files: {
          size: async () => null,
          async *open() {
            yield* long;
          },
        },
      },
      {},
    );
    const onProgress = (progress: { step: string }) => {
      steps.push(progress.step);
      // Not at once: that would be heard before the step begins.
      if (progress.step === step) setTimeout(20).then(() => controller.abort(reason));
    };
    await assert.rejects(
      implementation.aggregate(plainInput, { signal: controller.signal, onProgress }),
      reason,
    );
    assert.ok(!steps.includes(next));
  });
