import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '@piaffe/kernel';
import {
  type HostedTrials,
  hostTrials,
  trialsAsPlugin,
  trialsAsTrustedPlugin,
  trialsProgram,
  until,
} from '../testing/hosted-trials.fixture.ts';
import { outcomeOf } from '../testing/outcome.fixture.ts';
import { writePlugin } from '../testing/plugin-file.fixture.ts';
import { purseContract, trialsContract } from '../testing/trials-contract.fixture.ts';

const isUnavailable = (cause: string) => (error: unknown) => {
  assert.ok(error instanceof Unavailable, String(error));
  assert.equal(error.cause, cause, error.message);
  assert.equal(error.need, 'trials');
  return true;
};
const placements = { 'in a child': trialsAsPlugin, 'that is trusted': trialsAsTrustedPlugin };

for (const [where, planOf] of Object.entries(placements)) {
  test(`a plugin ${where} that fails to load is down, with the reason, and costs its own calls alone`, async () => {
    const reasons = [
      ['throw new Error("no such house")', /no such house/],
      ['export const almost = {}', /its default export is not a module/],
      ['import "nowhere"', /nowhere/],
    ] as const;
    for (const [code, reason] of reasons) {
      await using hosted = await hostTrials(planOf(writePlugin(code)), trialsProgram);
      await until(() => status(hosted).lastProblem !== null);
      assert.match(status(hosted).lastProblem!, reason);
      await until(() => status(hosted).state === 'down');
      await assert.rejects(hosted.trials.add({ numbers: [] }), isUnavailable('down'));
      assert.deepEqual(await hosted.host.client(purseContract).take({ amount: 1 }), { left: 9 });
    }
  });

  test(`a plugin ${where} may bring a kernel of its own: what it throws means the same`, async () => {
    const code = `
      class Failure extends Error { constructor(code, details) { super(code); this.name = 'Failure'; this.code = code; this.details = details; } }
      export default {
        contract: ${JSON.stringify(trialsContract)},
        create: () => ({ async decline({ code, details }) { throw new Failure(code, details); } }),
      };`;
    await using hosted = await hostTrials(planOf(writePlugin(code)));
    const details = { detail: 'not today', amount: 1 };
    assert.deepEqual(await outcomeOf(hosted.trials.decline({ code: 'refused', details })), {
      name: 'Failure',
      message: 'not today',
      code: 'refused',
      details,
    });
  });
}

test('a trusted plugin that breaks down, hangs or fills its heap loses that call, and the host lives on', async () => {
  await using hosted = await hostTrials(trialsAsTrustedPlugin());
  const { trials } = hosted;
  for (const how of ['throw later', 'end the thread']) {
    await assert.rejects(trials.misbehave({ how }), isUnavailable('crashed'), how);
    assert.deepEqual(await trials.add({ numbers: [1, 2] }), { sum: 3 });
  }
  const deadline = new Date(Date.now() + 100);
  await assert.rejects(trials.misbehave({ how: 'loop for ever' }, { deadline }), isUnavailable('slow'));
  assert.deepEqual(await trials.add({ numbers: [1, 2] }), { sum: 3 });
  await assert.rejects(trials.misbehave({ how: 'fill the heap' }), isUnavailable('exhausted'));
  assert.deepEqual(await trials.add({ numbers: [1, 2] }), { sum: 3 });
  assert.equal(status(hosted).restarts, 0);
  assert.ok(hosted.events.some(({ message }) => message.includes('nobody catches this')));
});

test('the plugin in a thread is ended with its host, whatever it is doing', async () => {
  for (const how of ['speak', 'loop for ever']) {
    const hosted = await hostTrials(trialsAsTrustedPlugin());
    const call = outcomeOf(hosted.trials.misbehave({ how }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await hosted[Symbol.asyncDispose]();
    await call;
    assert.equal(
      hosted.events.some(({ message }) => message === 'the trials are over'),
      how === 'speak',
    );
    await assert.rejects(hosted.trials.add({ numbers: [] }), isUnavailable('down'));
  }
});

function status({ host }: HostedTrials) {
  return host.status().find(({ module }) => module === 'trials')!;
}
