import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Failure, Unavailable } from '@piaffe/kernel';
import { sweep } from '../sweep/sweeper.ts';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { everything, owner, server, settled, until, upload } from '../testing/server.fixture.ts';
import { steppedWorker } from '../testing/worker.fixture.ts';
import { reconcile } from './reconcile.ts';

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  const me = await owner(here);
  const { principal } = me;
  const done = async (text: string) => {
    const { session } = await upload(here, me, text);
    while ((await worker.step()) !== null);
    return { principal, session: session.id };
  };
  /** As the server does, but here and now. */
  const reprocess = async () => {
    const outcome = await here.sessions.reprocess({});
    await reconcile(worker.shared, new AbortController().signal);
    return outcome;
  };
  return { aggregation, here, worker, me, done, reprocess };
}

test('everything is work again at the same version; the results there are stay readable, and the same ones come', async (t) => {
  const { aggregation, here, worker, done, reprocess } = await yard(t);
  const [one, other] = [await done('one'), await done('other')];
  const [before, result, series] = [
    await here.sessions.session(one),
    await here.sessions.result(one),
    await here.sessions.series(one),
  ];
  assert.deepEqual(await reprocess(), { sessions: 2 });
  const meanwhile = await here.sessions.session(one);
  assert.deepEqual([meanwhile.state, meanwhile.computed?.current], ['queued', false]);
  assert.deepEqual(await here.sessions.result(one), result);
  while ((await worker.step()) !== null);
  assert.equal(aggregation.asked.length, 4);
  const after = await here.sessions.session(one);
  assert.deepEqual({ ...after, computed: null }, { ...before, computed: null });
  assert.equal(after.computed?.current, true);
  assert.deepEqual([await here.sessions.result(one), await here.sessions.series(one)], [result, series]);
  assert.equal((await here.sessions.session(other)).state, 'done');
});

test('where another result comes, it takes the place of the one before, and the next sweep its bytes', async (t) => {
  const { aggregation, here, worker, done, reprocess } = await yard(t);
  const own = await done('a ride');
  const series = await here.sessions.series(own);
  aggregation.change = (result) => result.quality.notes.push('seen anew');
  await reprocess();
  while ((await worker.step()) !== null);
  assert.ok((await here.sessions.result(own)).quality.notes.includes('seen anew'));
  await sweep(worker.shared, new AbortController().signal);
  const blobs: string[] = [];
  for await (const { sha256 } of here.store.blobs.list()) blobs.push(sha256);
  assert.equal(blobs.length, 3);
  assert.deepEqual(await here.sessions.series(own), series);
});

test('what people wait for comes before what is only computed again', async (t) => {
  const { aggregation, here, worker, me, done, reprocess } = await yard(t);
  await done('old');
  await reprocess();
  const { receipt } = await upload(here, me, 'new');
  await worker.step();
  assert.deepEqual(aggregation.asked.at(-1), [receipt.sha256]);
});

test('a server that ends on the way goes on with what is left', async (t) => {
  const { aggregation, here, worker, done } = await yard(t);
  for (const text of ['a', 'b', 'c']) await done(text);
  // The epoch is another, but the states are not yet.
  await here.sessions.reprocess({});
  await here.end();
  const next = steppedWorker(here, aggregation);
  await next.askForAlgorithm();
  assert.equal((await next.step())?.kind, 'published');
  const another = steppedWorker(here, aggregation);
  await another.askForAlgorithm();
  while ((await another.step()) !== null);
  assert.equal(aggregation.asked.length, 6);
  assert.equal(await worker.take(), null);
});

test('a result that was asked for before is no answer to what is asked for since', async (t) => {
  const { aggregation, here, worker, me, reprocess } = await yard(t);
  const { session } = await upload(here, me, 'a ride');
  const taken = await worker.take();
  await reprocess();
  await worker.finish(taken!);
  assert.equal(
    (await here.sessions.session({ principal: me.principal, session: session.id })).state,
    'queued',
  );
  assert.equal((await worker.step())?.kind, 'published');
  assert.equal(aggregation.asked.length, 2);
});

test('why a ride could not be analysed is told until it has been tried again, and it has all its attempts', async (t) => {
  const { aggregation, here, worker, me, reprocess } = await yard(t);
  aggregation.script = () => Promise.reject(new Unavailable('aggregation', 'slow', 'too slow'));
  const { session } = await upload(here, me, 'a ride');
  const own = { principal: me.principal, session: session.id };
  const tryThrice = async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      here.pass(5);
      assert.equal((await worker.step())?.kind, 'attempt');
    }
  };
  await tryThrice();
  const before = await here.sessions.session(own);
  assert.equal(before.state, 'quarantined');
  await reprocess();
  const queued = await here.sessions.session(own);
  assert.deepEqual([queued.state, queued.reason], ['queued', before.reason]);
  await tryThrice();
  assert.deepEqual(await here.sessions.session(own), before);

  await reprocess();
  aggregation.script = () => {};
  here.pass(5);
  await worker.step();
  const after = await here.sessions.session(own);
  assert.deepEqual([after.state, after.reason], ['done', null]);
});

test('the server does it by itself', async (t) => {
  const aggregation = scripted(({ inputs }) => {
    if (inputs[0]?.startedAt != null)
      throw new Failure('recording-rejected', { problem: 'x', detail: 'no.' });
  });
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  for (const [text, startedAt] of [['a'], ['b'], ['c', '2026-05-01T10:00:00Z']] as const) {
    const { session } = await upload(here, me, text, { startedAt: startedAt ?? null });
    await settled(here, me.principal, session.id);
  }
  assert.deepEqual(await here.sessions.reprocess({}), { sessions: 3 });
  await until(async () => aggregation.asked.length === 6);
  await until(async () => {
    const { items } = await here.sessions.list({ ...everything, principal: me.principal });
    return items.every(
      ({ state, computed }) => state === 'failed' || (state === 'done' && computed?.current),
    );
  });
});
