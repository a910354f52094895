import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { createQueue } from './queue.ts';

const { signal } = new AbortController();
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Work that lasts until it is let go. */
function held() {
  const began: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = (number: number) => async () => {
    began.push(number);
    await promise;
    return number;
  };
  return { began, work, letGo: resolve };
}

const isBusy = (error: unknown) => error instanceof Failure && error.code === 'busy';

test('two run at once, sixteen wait in order, and whoever comes then is told that it is busy and when to come again', async () => {
  const queue = createQueue();
  const { began, work, letGo } = held();
  const all = Array.from({ length: 18 }, (_, number) => queue.run(work(number), signal));
  await settled();
  assert.deepEqual(began, [0, 1]);
  await assert.rejects(queue.run(work(18), signal), (error) => {
    assert.ok(isBusy(error));
    assert.ok(((error as Failure).details as { retryAfter: number }).retryAfter >= 1);
    return true;
  });
  letGo();
  const order = Array.from({ length: 18 }, (_, number) => number);
  assert.deepEqual(await Promise.all(all), order);
  assert.deepEqual(began, order);
  assert.equal(await queue.run(async () => 'free again', signal), 'free again');
});

test('work that fails gives its place on', async () => {
  const queue = createQueue();
  for (let times = 0; times < 5; times++) {
    await assert.rejects(
      queue.run(() => Promise.reject(new Error('no memory')), signal),
      /no memory/,
    );
  }
  assert.equal(await queue.run(async () => 'still free', signal), 'still free');
});

test('who gives up while waiting leaves the place to others, and is never run', async () => {
  const queue = createQueue();
  const { began, work, letGo } = held();
  const first = [queue.run(work(0), signal), queue.run(work(1), signal)];
  const controller = new AbortController();
  const leaving = Array.from({ length: 16 }, () => queue.run(work(99), controller.signal));
  const reason = new Error('the browser was closed');
  controller.abort(reason);
  for (const each of leaving) await assert.rejects(each, reason);
  await assert.rejects(queue.run(work(99), controller.signal), reason);
  const last = queue.run(work(2), signal);
  letGo();
  assert.deepEqual(await Promise.all([...first, last]), [0, 1, 2]);
  assert.deepEqual(began, [0, 1, 2]);
});
