import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Progress, Unavailable } from '@piaffe/kernel';
import fc from 'fast-check';
import { allHere, hostTrials, trialsInProcess, until } from '../testing/hosted-trials.fixture.ts';
import { outcomeOf } from '../testing/outcome.fixture.ts';

const here = await hostTrials(allHere);
const apart = await hostTrials(trialsInProcess());
after(async () => {
  await here[Symbol.asyncDispose]();
  await apart[Symbol.asyncDispose]();
});
const shapes = [here, apart];

/** As the schemas allow it and JSON carries it, which knows no -0. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

/** How a call ends in each shape: the same, or the test fails. */
async function inBoth(call: (trials: (typeof here)['trials']) => Promise<unknown>): Promise<unknown> {
  const [one, other] = await Promise.all(shapes.map(({ trials }) => outcomeOf(call(trials))));
  assert.deepEqual(other, one);
  return one;
}

test('a module in a process really is in another one, and one that is here is not', async () => {
  const [one, other] = await Promise.all(shapes.map(({ trials }) => trials.whereabouts({})));
  assert.equal(one.pid, process.pid);
  assert.notEqual(other.pid, process.pid);
  assert.notEqual(other.threadId, 0);
  assert.deepEqual(
    apart.host.status().map(({ module, shape, state, pid }) => ({ module, shape, state, pid })),
    [
      { module: 'purse', shape: 'here', state: 'up', pid: process.pid },
      { module: 'trials', shape: 'process', state: 'up', pid: other.pid },
    ],
  );
});

test('whatever goes in comes out the same in both shapes', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      assert.deepEqual(await inBoth((trials) => trials.echo({ value })), { output: { value } });
    }),
    { numRuns: 60 },
  );
});

test('whatever is asked of an operation, right or wrong, is answered the same in both shapes', async () => {
  const numbers = fc.array(fc.oneof(fc.integer(), fc.double(), fc.constant('seven'), fc.constant(null)));
  await fc.assert(
    fc.asyncProperty(numbers, async (found) => {
      await inBoth((trials) => trials.add({ numbers: found as number[] }));
    }),
    { numRuns: 40 },
  );
});

test('failures, declared or not, are the same in both shapes', async () => {
  const details = fc.oneof(
    fc.record({ detail: fc.string(), amount: fc.integer() }, { noNullPrototype: true }),
    fc.record({ detail: fc.string() }, { noNullPrototype: true }),
    json,
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('refused', 'unheard-of', 'toString'), details, async (code, found) => {
      const outcome = (await inBoth((trials) => trials.decline({ code, details: found }))) as {
        name: string;
      };
      assert.match(outcome.name, /^(Failure|Unexpected)$/);
    }),
    { numRuns: 60 },
  );
});

test('what goes wrong by accident is the same in both shapes', async () => {
  const names: Record<string, string> = {
    throw: 'Unexpected',
    'throw a text': 'Unexpected',
    'answer wrongly': 'InvalidOutput',
    'answer nothing': 'InvalidOutput',
    'answer what is not JSON': 'InvalidOutput',
    'fill a buffer': 'Unavailable',
  };
  for (const [how, name] of Object.entries(names)) {
    const outcome = (await inBoth((trials) => trials.misbehave({ how }))) as { name: string };
    assert.equal(outcome.name, name, how);
  }
});

test('what was thrown in a process can still be read by whoever looks for the cause', async () => {
  await assert.rejects(apart.trials.misbehave({ how: 'throw' }), ({ cause }: Error) => {
    assert.ok(cause instanceof Error);
    assert.equal(cause.name, 'RangeError');
    assert.equal(cause.message, 'off the scale');
    assert.match(cause.stack ?? '', /misbehaviour\.fixture\.ts/);
    return true;
  });
});

test('progress arrives in order, before the answer and not after it, in both shapes', async () => {
  for (const { trials } of shapes) {
    const told: Progress[] = [];
    await trials.count({ steps: 200 }, { onProgress: (progress) => told.push(progress) });
    assert.deepEqual(
      told.map(({ step }) => step),
      Array.from({ length: 200 }, (_, i) => `step ${i + 1}`),
    );
    assert.equal(told.at(-1)?.share, 1);
  }
});

test('a caller who trips over the progress has the call ended with that, in both shapes', async () => {
  const tripped = new Error('tripped');
  for (const { trials } of shapes) {
    const onProgress = () => {
      throw tripped;
    };
    await assert.rejects(trials.count({ steps: 3 }, { onProgress }), tripped);
  }
});

test('an aborted call rejects with the reason, whether the work heeds it or not, in both shapes', async () => {
  for (const how of ['answer once aborted', 'never answer']) {
    for (const { trials } of shapes) {
      const reason = new Error('the rider left');
      const controller = new AbortController();
      const call = trials.misbehave({ how }, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 50);
      await assert.rejects(call, reason);
      await assert.rejects(trials.misbehave({ how }, { signal: AbortSignal.abort(reason) }), reason);
    }
  }
});

test('a call whose deadline passes is told to be slow, in both shapes', async () => {
  for (const how of ['answer once aborted', 'never answer']) {
    for (const { trials } of shapes) {
      await trials.whereabouts({});
      await assert.rejects(
        trials.misbehave({ how }, { deadline: new Date(Date.now() + 100) }),
        (error: Unavailable) => error instanceof Unavailable && error.cause === 'slow',
      );
    }
  }
});

test('a module in a process asks one that is here as if it were beside it', async () => {
  assert.deepEqual(await apart.trials.spend({ amount: 3 }), { left: 7 });
  assert.deepEqual(await here.trials.spend({ amount: 3 }), { left: 7 });
  await inBoth((trials) => trials.spend({ amount: 100 }));
  await inBoth((trials) => trials.spend({ amount: -1 }));
});

test('a child has the environment that it is given and nothing else', async () => {
  const { environment } = await apart.trials.whereabouts({});
  assert.ok(environment.includes('TRIALS'));
  assert.ok(!environment.includes('PATH'));
});

test('what a child prints is told line by line', async () => {
  await apart.trials.misbehave({ how: 'speak' });
  const lines = () =>
    apart.events.filter(({ kind }) => kind === 'output').map(({ level, message }) => `${level} ${message}`);
  await until(() => lines().includes('info and another') && lines().includes('warn a complaint'));
  assert.ok(lines().includes('info a word'));
});

test('a module that the program does not have is named', () => {
  const stranger = { name: 'stranger', version: '1.0.0', operations: {} };
  assert.throws(() => apart.host.client(stranger), /there is no module stranger in this program/);
});
