import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '@piaffe/kernel';
import {
  type HostedTrials,
  hostTrials,
  trialsInProcess,
  trialsProgram,
  until,
} from '../testing/hosted-trials.fixture.ts';

const isUnavailable = (cause: string) => (error: unknown) => {
  assert.ok(error instanceof Unavailable, String(error));
  assert.equal(error.cause, cause, error.message);
  assert.equal(error.need, 'trials');
  return true;
};

test('a thread that breaks down takes only its own call with it, and is replaced', async () => {
  await using hosted = await hostTrials(trialsInProcess({ workers: 2 }));
  const { trials } = hosted;
  await trials.whereabouts({});
  const pid = hosted.pid();
  const bystander = new AbortController();
  const beside = trials.misbehave({ how: 'answer once aborted' }, { signal: bystander.signal });
  beside.catch(() => {});
  for (const how of ['throw later', 'end the thread']) {
    await assert.rejects(trials.misbehave({ how }), isUnavailable('crashed'), how);
    assert.deepEqual(await trials.add({ numbers: [1, 2] }), { sum: 3 });
  }
  bystander.abort(new Error('enough'));
  await assert.rejects(beside, /enough/);
  assert.equal(hosted.pid(), pid);
  assert.equal(hosted.host.status().at(-1)?.restarts, 0);
  assert.ok(hosted.events.some(({ message }) => message.includes('nobody catches this')));
});

test('a thread that loops past the deadline is ended and replaced', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { trials } = hosted;
  const { pid, threadId } = await trials.whereabouts({});
  const deadline = new Date(Date.now() + 100);
  await assert.rejects(trials.misbehave({ how: 'loop for ever' }, { deadline }), isUnavailable('slow'));
  const next = await trials.whereabouts({});
  assert.equal(next.pid, pid);
  assert.notEqual(next.threadId, threadId);
});

test('a thread that does not heed that its caller has left is ended and replaced; one that does stays', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { trials } = hosted;
  const leave = async (how: string) => {
    const caller = new AbortController();
    setTimeout(() => caller.abort(new Error('gone')), 50);
    await assert.rejects(trials.misbehave({ how }, { signal: caller.signal }), /gone/);
    return (await trials.whereabouts({})).threadId;
  };
  const { threadId } = await trials.whereabouts({});
  assert.equal(await leave('answer once aborted'), threadId);
  const second = await leave('loop for ever');
  assert.notEqual(second, threadId);
  assert.notEqual(await leave('never answer'), second);
});

test('no call takes longer than the plan allows, whatever its own deadline', async () => {
  await using hosted = await hostTrials(trialsInProcess({ callSeconds: 1 }));
  await until(() => hosted.host.status().at(-1)?.state === 'up');
  const deadline = new Date(Date.now() + 3_600_000);
  await assert.rejects(
    hosted.trials.misbehave({ how: 'loop for ever' }, { deadline }),
    isUnavailable('slow'),
  );
});

test('calls wait while all threads are at work; when too many wait, the next is refused', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { trials } = hosted;
  const caller = new AbortController();
  await atWork(trials, caller.signal);
  let refusedSoFar = 0;
  const calls = Array.from({ length: 19 }, async (_, i) => {
    try {
      return (await trials.add({ numbers: [i] })).sum;
    } catch (error) {
      isUnavailable('overloaded')(error);
      assert.ok((error as Unavailable).retryAfter! > 0);
      refusedSoFar++;
      return null;
    }
  });
  // Which of them is too much is a matter of the order in which they arrive.
  await until(() => refusedSoFar === 3);
  caller.abort(new Error('enough'));
  const sums = await Promise.all(calls);
  assert.equal(sums.filter((sum) => sum === null).length, 3);
  for (const [i, sum] of sums.entries()) assert.ok(sum === null || sum === i);
});

test('a call that never had its turn is refused as too much, not as slow, and leaves its place to others', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { trials } = hosted;
  const caller = new AbortController();
  await atWork(trials, caller.signal);
  const late = Array.from({ length: 16 }, () =>
    trials.add({ numbers: [1] }, { deadline: new Date(Date.now() + 100) }),
  );
  // Listened to all at once: they end in any order.
  await Promise.all(late.map((call) => assert.rejects(call, isUnavailable('overloaded'))));
  const next = trials.add({ numbers: [1] });
  caller.abort(new Error('enough'));
  assert.deepEqual(await next, { sum: 1 });
});

/** Resolves once the thread works on a call that ends when `signal` is aborted. */
function atWork(trials: HostedTrials['trials'], signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    trials.misbehave({ how: 'answer once aborted' }, { signal, onProgress: resolve }).catch(() => {});
  });
}

test('a call that is given up while the child starts costs no worker', async () => {
  await using hosted = await hostTrials(trialsInProcess(), trialsProgram);
  const deadline = new Date(Date.now() + 20);
  await assert.rejects(hosted.trials.add({ numbers: [1] }, { deadline }), isUnavailable('down'));
  await until(() => hosted.host.status().at(-1)?.state === 'up');
  assert.deepEqual(await hosted.trials.add({ numbers: [1, 2] }), { sum: 3 });
});
