import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Unavailable } from '@piaffe/kernel';
import { sql } from 'kysely';
import { type Scripted, scripted, untilAborted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, type Server, server, settled, until, upload } from '../testing/server.fixture.ts';

async function yard(t: TestContext, rides: number) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  for (let number = 0; number < rides; number++) {
    const { session } = await upload(here, me, `ride ${number}`, {
      startedAt: `2026-05-0${number + 1}T10:00:00Z`,
    });
    await settled(here, principal, session.id);
  }
  aggregation.asked.length = 0;
  return { aggregation, here, me, principal };
}

const ended = async (here: Server) => {
  await until(async () => (await here.sessions.trial({})).state !== 'running');
  return here.sessions.trial({});
};

test('before any trial there is none', async (t) => {
  const { here } = await yard(t, 0);
  const told = await here.sessions.trial({});
  assert.deepEqual([told.state, told.total], ['none', 0]);
  assert.equal((await here.sessions.startTrial({ sessions: 5 })).state, 'done');
  assert.equal((await here.sessions.stopTrial({})).state, 'done');
});

test('a trial computes the latest rides anew, says what would differ, and stores nothing', async (t) => {
  const { aggregation, here } = await yard(t, 4);
  const before = await here.sessions.trial({});
  assert.equal(before.state, 'none');
  const database = here.store.database.as();
  const stored = async () => (await sql`select * from session_results order by id`.execute(database)).rows;
  const unchanged = await stored();
  aggregation.change = ({ metrics }, call) => {
    metrics.gaits.trot.cadence.value = 80 + call;
    Object.assign(metrics.symmetry.score, { value: null, quality: 'none', reason: 'not ridden' });
    Object.assign(metrics.gaits.tolt.cadence, { value: 100, quality: 'good', reason: null });
  };
  const begun = await here.sessions.startTrial({ sessions: 3 });
  assert.deepEqual([begun.state, begun.total], ['running', 3]);
  const told = await ended(here);
  assert.deepEqual([told.state, told.done, told.failed, told.same], ['done', 3, 0, 0]);
  assert.deepEqual(told.algorithms, [{ from: 'scripted@1.0.0', to: 'scripted@1.0.0', sessions: 3 }]);
  const cadence = told.differences.find(({ metric }) => metric === 'gaits.trot.cadence');
  const [result] = aggregation.given;
  const old = result?.metrics.gaits.trot.cadence.value ?? 0;
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  assert.deepEqual(cadence, {
    metric: 'gaits.trot.cadence',
    sessions: 3,
    median: rounded(82 - old),
    largest: rounded(83 - old),
    appeared: 0,
    vanished: 0,
  });
  assert.equal(told.differences.find(({ metric }) => metric === 'symmetry.score')?.vanished, 3);
  assert.equal(told.differences.find(({ metric }) => metric === 'gaits.tolt.cadence')?.appeared, 3);
  assert.equal(told.differences.length, 3);
  assert.deepEqual(await stored(), unchanged);
});

test('rides that would be the same are counted as that, and one that cannot be computed as failed', async (t) => {
  const { aggregation, here } = await yard(t, 3);
  aggregation.script = () => {
    if (aggregation.asked.length === 2) throw new Unavailable('aggregation', 'crashed', 'gone');
  };
  await here.sessions.startTrial({ sessions: 1000 });
  const { state, total, done, failed, same } = await ended(here);
  assert.deepEqual(
    { state, total, done, failed, same },
    { state: 'done', total: 3, done: 3, failed: 1, same: 2 },
  );
});

test('a ride that comes in has the room at once, and the trial goes on behind it', async (t) => {
  const { aggregation, here, me, principal } = await yard(t, 2);
  let running = 0;
  let beside = 0;
  const trialBegun = Promise.withResolvers<void>();
  aggregation.script = async (_, call) => {
    beside = Math.max(beside, ++running);
    try {
      if (aggregation.asked.length === 1) {
        trialBegun.resolve();
        await untilAborted(call);
      }
    } finally {
      running--;
    }
  };
  await here.sessions.startTrial({ sessions: 2 });
  await trialBegun.promise;
  const { session, receipt } = await upload(here, me, 'a new ride');
  assert.equal((await settled(here, principal, session.id)).state, 'done');
  assert.deepEqual(aggregation.asked[1], [receipt.sha256]);
  const { state, done, same } = await ended(here);
  assert.deepEqual([state, done, same], ['done', 2, 2]);
  assert.equal(beside, 1, 'never beside another');
});

test('a trial that is stopped keeps what it found, and another one begins anew', async (t) => {
  const { aggregation, here } = await yard(t, 3);
  const secondBegun = heldAt(aggregation, 2);
  await here.sessions.startTrial({ sessions: 3 });
  await secondBegun;
  const stopped = await here.sessions.stopTrial({});
  assert.deepEqual([stopped.state, stopped.done, stopped.same], ['stopped', 1, 1]);
  aggregation.script = () => {};
  await here.sessions.startTrial({ sessions: 2 });
  assert.deepEqual([(await ended(here)).done, aggregation.asked.length], [2, 4]);
});

test('a server that ends does not wait for its trial', async (t) => {
  const { aggregation, here } = await yard(t, 2);
  const firstBegun = heldAt(aggregation, 1);
  await here.sessions.startTrial({ sessions: 2 });
  await firstBegun;
  await here.end();
  assert.equal((await here.sessions.trial({})).state, 'stopped');
});

test('while the analysis is down a trial waits, and goes on by itself', async (t) => {
  const { aggregation, here } = await yard(t, 2);
  let calls = 0;
  aggregation.script = () => {
    if (++calls === 1) throw new Unavailable('aggregation', 'down', 'it is down', { retryAfter: 0 });
  };
  await here.sessions.startTrial({ sessions: 2 });
  const { done, failed } = await ended(here);
  assert.deepEqual([done, failed], [2, 0]);
});

/** From now on the nth call does not end by itself; resolves when it begins. */
function heldAt(aggregation: Scripted, nth: number): Promise<void> {
  const begun = Promise.withResolvers<void>();
  aggregation.script = async (_, call) => {
    if (aggregation.asked.length !== nth) return;
    begun.resolve();
    await untilAborted(call);
  };
  return begun.promise;
}
