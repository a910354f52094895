import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '@piaffe/kernel';
import { hostTrials, trialsInProcess, until } from '../testing/hosted-trials.fixture.ts';

const isExhausted = (error: unknown) => {
  assert.ok(error instanceof Unavailable, String(error));
  assert.equal(error.cause, 'exhausted', error.message);
  return true;
};
const skip = process.platform === 'linux' ? false : 'only Linux limits the data of a process';

test('a thread that fills its heap is ended, and the process stays', async () => {
  await using hosted = await hostTrials(trialsInProcess({ memoryMb: 192 }));
  const { pid } = await hosted.trials.whereabouts({});
  await assert.rejects(hosted.trials.misbehave({ how: 'fill the heap' }), isExhausted);
  assert.equal((await hosted.trials.whereabouts({})).pid, pid);
});

test('typed arrays of 2 GB do not fit, and the process stays', { skip }, async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { pid, threadId } = await hosted.trials.whereabouts({});
  await assert.rejects(hosted.trials.misbehave({ how: 'fill buffers' }), isExhausted);
  const next = await hosted.trials.whereabouts({});
  assert.equal(next.pid, pid);
  assert.notEqual(next.threadId, threadId, 'what the thread still holds goes with it');
});

test('many small typed arrays of 2 GB end the process, which is started again', { skip }, async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { pid } = await hosted.trials.whereabouts({});
  await assert.rejects(hosted.trials.misbehave({ how: 'fill small buffers' }), isExhausted);
  await until(() => hosted.host.status().at(-1)?.state === 'up');
  assert.notEqual((await hosted.trials.whereabouts({})).pid, pid);
  assert.match(hosted.host.status().at(-1)?.lastProblem ?? '', /out of memory/);
});

test('the smallest memory that a plan may give is enough to start with, whatever the number of workers', async () => {
  for (const workers of [1, 4]) {
    await using hosted = await hostTrials(trialsInProcess({ memoryMb: 128, workers }));
    await until(() => hosted.host.status().at(-1)?.state !== 'starting');
    assert.equal(hosted.host.status().at(-1)?.lastProblem, null);
    await hosted.trials.whereabouts({});
  }
});
