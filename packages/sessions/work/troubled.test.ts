import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, Unavailable } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, upload } from '../testing/server.fixture.ts';
import { steppedWorker } from '../testing/worker.fixture.ts';

test('those who run the server see what did not succeed, of everybody, and can have it tried again', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  const [one, other] = [await owner(here), await owner(here)];
  const keep = async (who: typeof one, text: string, times: number) => {
    here.pass(10);
    const { session } = await upload(here, who, text);
    for (let step = 0; step < times; step++) {
      here.pass(10);
      await worker.step();
    }
    return session.id;
  };
  const done = await keep(one, 'well', 1);
  aggregation.script = () =>
    Promise.reject(new Failure('recording-rejected', { problem: 'x', detail: 'no.' }));
  const failed = await keep(one, 'no recording', 1);
  aggregation.script = () => Promise.reject(new Unavailable('aggregation', 'slow', 'too slow'));
  const stuck = await keep(one, 'stuck', 3);
  const stuckToo = await keep(other, 'stuck too', 3);

  const all = { state: null, limit: 10, after: null };
  const { items, next } = await here.sessions.troubled(all);
  assert.deepEqual(
    items.map(({ session, owner: whose, state, attempts }) => [session, whose, state, attempts]),
    [
      [stuckToo, other.principal.account, 'quarantined', 3],
      [stuck, one.principal.account, 'quarantined', 3],
      [failed, one.principal.account, 'failed', 1],
    ],
  );
  assert.equal(next, null);
  assert.match(items[0]?.reason ?? '', /tried 3 times/);
  assert.equal(items[2]?.reason, 'no.');
  const only = await here.sessions.troubled({ ...all, state: 'failed' });
  assert.deepEqual(
    only.items.map(({ session }) => session),
    [failed],
  );
  const first = await here.sessions.troubled({ ...all, limit: 1 });
  const second = await here.sessions.troubled({ ...all, limit: 1, after: first.next });
  assert.deepEqual(
    [...first.items, ...second.items].map(({ session }) => session),
    [stuckToo, stuck],
  );
  await assert.rejects(here.sessions.troubled({ ...all, after: 'x' }), { code: 'after-not-valid' });

  assert.deepEqual(await here.sessions.retryTroubled({ session: failed }), { sessions: 1 });
  assert.deepEqual(await here.sessions.retryTroubled({ session: done }), { sessions: 0 });
  await assert.rejects(here.sessions.retryTroubled({ session: newId() }), { code: 'session-not-found' });
  assert.deepEqual(await here.sessions.retryTroubled({ session: null }), { sessions: 2 });
  assert.deepEqual((await here.sessions.troubled(all)).items, []);
  aggregation.script = () => {};
  while ((await worker.step()) !== null);
  assert.equal((await here.sessions.work({})).done, 4);
});
