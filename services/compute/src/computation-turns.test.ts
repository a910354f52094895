import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@piaffe/kernel';
import { ComputationTurns } from './computation-turns.ts';

const { signal } = new AbortController();
const crashed = () => new Unavailable('aggregation', 'crashed', 'it broke down');

/** A computation that works on all at once and breaks down as a whole as soon as it works on `poison`. */
function computation() {
  const atWork = new Set<PromiseWithResolvers<never>>();
  return async (name: string): Promise<string> => {
    const broken = Promise.withResolvers<never>();
    broken.promise.catch(() => {});
    atWork.add(broken);
    try {
      return await Promise.race([
        broken.promise,
        sleep(10).then(() => {
          if (name === 'poison') for (const each of atWork) each.reject(crashed());
          return name === 'poison' ? broken.promise : name;
        }),
      ]);
    } finally {
      atWork.delete(broken);
    }
  };
}

test('what breaks the computation costs itself alone, whoever was at work beside it', async () => {
  const turns = new ComputationTurns();
  const work = computation();
  const asked = ['a', 'poison', 'b', 'c'];
  const outcomes = await Promise.allSettled(asked.map((name) => turns.do(() => work(name), signal)));
  assert.deepEqual(
    outcomes.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Unavailable).cause)),
    ['a', 'crashed', 'b', 'c'],
  );
  assert.equal(await turns.do(() => work('later'), signal), 'later');
});

test('who was alone is not tried again, and a computation that is started again is waited for', async () => {
  const turns = new ComputationTurns();
  let tries = 0;
  await assert.rejects(
    turns.do(async () => {
      tries += 1;
      throw crashed();
    }, signal),
    Unavailable,
  );
  assert.equal(tries, 1);
  const back = await turns.do(async () => {
    tries += 1;
    if (tries < 4) throw new Unavailable('aggregation', 'down', 'it starts');
    return 'back';
  }, signal);
  assert.equal(back, 'back');
});
