import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { type Progress, type Unavailable, withContext } from '@piaffe/kernel';
import { listen } from '@piaffe/wire';
import fc from 'fast-check';
import {
  allHere,
  type HostedTrials,
  hostTrials,
  serveTrials,
  trialsAsPlugin,
  trialsAsTrustedPlugin,
  trialsAt,
  trialsByHttp,
  trialsInProcess,
  until,
} from '../testing/hosted-trials.fixture.ts';
import { outcomeOf } from '../testing/outcome.fixture.ts';

const provider = await serveTrials();
const here = await hostTrials(allHere);
const apart = await hostTrials(trialsInProcess());
const shapes = new Map<string, HostedTrials>([
  ['here', here],
  ['http at a port', await hostTrials(trialsByHttp(await freePort()))],
  ['http at a socket', await hostTrials(trialsByHttp('socket'))],
  ['process', apart],
  ['plugin', await hostTrials(trialsAsPlugin())],
  ['trusted plugin', await hostTrials(trialsAsTrustedPlugin())],
  ['remote', await hostTrials(trialsAt(provider.url))],
]);
after(async () => {
  for (const hosted of shapes.values()) await hosted[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

/** As the schemas allow it and JSON carries it, which knows no -0. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

/** How a call ends in each shape: the same, or the test fails. */
async function inEveryShape(call: (trials: HostedTrials['trials']) => Promise<unknown>): Promise<unknown> {
  const outcomes = await Promise.all([...shapes.values()].map(({ trials }) => outcomeOf(call(trials))));
  for (const [i, name] of [...shapes.keys()].entries()) assert.deepEqual(outcomes[i], outcomes[0], name);
  return outcomes[0];
}

test('a module runs where the plan puts it', async () => {
  for (const [name, { host, trials }] of shapes) {
    const { pid, threadId } = await trials.whereabouts({});
    const isApart = name === 'process' || name === 'plugin';
    assert.equal(pid !== process.pid, isApart, name);
    assert.equal(threadId !== 0, isApart || name === 'trusted plugin', name);
    const [, status] = host.status();
    assert.deepEqual(
      { state: status?.state, shape: status?.shape, pid: status?.pid },
      { state: 'up', shape: name.replace(/^trusted | at a .*/, ''), pid: name === 'remote' ? null : pid },
    );
  }
});

test('whatever goes in comes out the same in every shape', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      assert.deepEqual(await inEveryShape((trials) => trials.echo({ value })), { output: { value } });
    }),
    { numRuns: 60 },
  );
});

test('whatever is asked of an operation, right or wrong, is answered the same in every shape', async () => {
  const numbers = fc.array(fc.oneof(fc.integer(), fc.double(), fc.constant('seven'), fc.constant(null)));
  await fc.assert(
    fc.asyncProperty(numbers, async (found) => {
      await inEveryShape((trials) => trials.add({ numbers: found as number[] }));
    }),
    { numRuns: 40 },
  );
});

test('failures, declared or not, are the same in every shape', async () => {
  const details = fc.oneof(
    fc.record({ detail: fc.string(), amount: fc.integer() }, { noNullPrototype: true }),
    fc.record({ detail: fc.string() }, { noNullPrototype: true }),
    json,
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('refused', 'unheard-of', 'toString'), details, async (code, found) => {
      const outcome = await inEveryShape((trials) => trials.decline({ code, details: found }));
      assert.match((outcome as { name: string }).name, /^(Failure|Unexpected)$/);
    }),
    { numRuns: 60 },
  );
});

test('what goes wrong by accident is the same in every shape', async () => {
  const names: Record<string, string> = {
    throw: 'Unexpected',
    'throw a text': 'Unexpected',
    'answer wrongly': 'InvalidOutput',
    'answer nothing': 'InvalidOutput',
    'answer what is not JSON': 'InvalidOutput',
    'fill a buffer': 'Unavailable',
  };
  for (const [how, name] of Object.entries(names)) {
    const outcome = await inEveryShape((trials) => trials.misbehave({ how }));
    assert.equal((outcome as { name: string }).name, name, how);
  }
});

test('what was thrown elsewhere can still be read by whoever looks for the cause', async () => {
  for (const { trials } of shapes.values()) {
    await assert.rejects(trials.misbehave({ how: 'throw' }), ({ cause }: Error) => {
      assert.ok(cause instanceof Error);
      assert.equal(cause.name, 'RangeError');
      assert.equal(cause.message, 'off the scale');
      assert.match(cause.stack ?? '', /misbehaviour\.fixture\.ts/);
      return true;
    });
  }
});

test('progress arrives in order, before the answer and not after it, in every shape', async () => {
  for (const { trials } of shapes.values()) {
    const told: Progress[] = [];
    await trials.count({ steps: 200 }, { onProgress: (progress) => told.push(progress) });
    assert.deepEqual(
      told.map(({ step }) => step),
      Array.from({ length: 200 }, (_, i) => `step ${i + 1}`),
    );
    assert.equal(told.at(-1)?.share, 1);
  }
});

test('a caller who trips over the progress has the call ended with that, in every shape', async () => {
  const tripped = new Error('tripped');
  for (const [name, { trials }] of shapes) {
    const onProgress = () => {
      throw tripped;
    };
    await assert.rejects(trials.count({ steps: 3 }, { onProgress }), tripped, name);
  }
});

for (const how of ['answer once aborted', 'never answer']) {
  test(`an aborted call rejects with the reason, though the work may ${how}, in every shape`, async () => {
    const reason = new Error('the rider left');
    const controller = new AbortController();
    const calls = [...shapes.values()].map(({ trials }) =>
      assert.rejects(trials.misbehave({ how }, { signal: controller.signal }), reason),
    );
    setTimeout(() => controller.abort(reason), 50);
    await Promise.all(calls);
    for (const { trials } of shapes.values())
      await assert.rejects(trials.misbehave({ how }, { signal: AbortSignal.abort(reason) }), reason);
  });

  test(`a call whose deadline passes is told to be slow, though the work may ${how}, in every shape`, async () => {
    await inEveryShape((trials) => trials.whereabouts({}).then(() => 'nothing goes on any longer'));
    const outcome = await inEveryShape((trials) =>
      trials.misbehave({ how }, { deadline: new Date(Date.now() + 100) }),
    );
    assert.equal((outcome as Unavailable).cause, 'slow');
  });
}

test('a module asks one that is here as if it were beside it, in every shape', async () => {
  for (const [name, { trials }] of shapes)
    assert.deepEqual(await trials.spend({ amount: 3 }), { left: 7 }, name);
  await inEveryShape((trials) => trials.spend({ amount: 100 }));
  await inEveryShape((trials) => trials.spend({ amount: -1 }));
});

test('for whom, until when and in which trace goes down by itself, in every shape', async () => {
  const hex = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
  const edges = fc.record({
    principal: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })),
    hours: fc.option(fc.integer({ min: 1, max: 1_000 })),
    traceId: hex(32).filter((id) => !/^0*$/.test(id)),
    tracestate: fc.constantFrom('', 'vendor=one', 'vendor=one,other=two'),
  });
  await fc.assert(
    fc.asyncProperty(edges, async ({ principal, hours, traceId, tracestate }) => {
      const deadline = hours === null ? undefined : new Date(Date.now() + hours * 3_600_000);
      const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
      for (const [name, { trials }] of shapes) {
        for (const ask of [trials.witness, trials.nestedWitness]) {
          const seen = await withContext({ deadline, principal, traceparent, tracestate }, () => ask({}));
          const { deadline: until, ...rest } = seen;
          assert.deepEqual(rest, { principal, traceId, traceState: tracestate }, name);
          if (name === 'process' || name.endsWith('plugin'))
            assert.ok(until !== null, 'the plan has the last word');
          else assert.equal(until === null, deadline === undefined, name);
          if (deadline !== undefined && until !== null) assert.ok(until < deadline.getTime() + 60_000, name);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('a child, and a thread of a plugin, have the environment that they are given and nothing else', async () => {
  for (const name of ['process', 'plugin', 'trusted plugin']) {
    const { environment } = await shapes.get(name)!.trials.whereabouts({});
    assert.ok(environment.includes('TRIALS'), name);
    assert.ok(!environment.includes('PATH'), name);
  }
});

test('what is printed apart is told line by line', async () => {
  for (const name of ['process', 'plugin', 'trusted plugin']) {
    const { trials, events } = shapes.get(name)!;
    await trials.misbehave({ how: 'speak' });
    const lines = () =>
      events.filter(({ kind }) => kind === 'output').map(({ level, message }) => `${level} ${message}`);
    await until(() => lines().includes('info and another') && lines().includes('warn a complaint'));
    assert.ok(lines().includes('info a word'));
  }
});

test('a module that the program does not have is named', () => {
  const stranger = { name: 'stranger', version: '1.0.0', operations: {} };
  assert.throws(() => apart.host.client(stranger), /there is no module stranger in this program/);
});

async function freePort(): Promise<number> {
  const { port, close } = await listen(createServer(), 0);
  await close();
  return port;
}
