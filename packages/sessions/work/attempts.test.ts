import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Failure, Unavailable, type UnavailableCause } from '@piaffe/kernel';
import { type Scripted, scripted } from '../testing/scripted-aggregation.fixture.ts';
import { everything, owner, server, upload } from '../testing/server.fixture.ts';
import { steppedWorker } from '../testing/worker.fixture.ts';
import { analyse } from './analyse.ts';
import { verdictOn } from './verdict.ts';

async function yard(t: TestContext, aggregation: Scripted) {
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  const read = () => here.sessions.session({ principal: me.principal, session: session.id });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  return { here, me, read, worker };
}

const unavailable = (cause: UnavailableCause) => new Unavailable('aggregation', cause, `it is ${cause}`);

const counted: readonly [string, () => unknown, RegExp][] = [
  ['a recording that crashes the analysis', () => unavailable('crashed'), /ended the program/],
  ['a recording that takes all memory', () => unavailable('exhausted'), /more memory/],
  ['a recording whose analysis never ends', () => unavailable('slow'), /in time/],
  ['a recording that meets a fault of the program', () => new Error('undefined is no horse'), /fault/],
  [
    'a recording whose blob cannot be read',
    () => new Failure('recording-unreadable', { detail: "EACCES, open '/srv/blobs'" }),
    /could not be read.*runs the server/s,
  ],
];
for (const [name, error, reason] of counted) {
  test(`${name} is tried three times, with a pause between, then quarantined with the reason`, async (t) => {
    const aggregation = scripted(() => Promise.reject(error()));
    const { here, read, worker } = await yard(t, aggregation);
    for (const pause of [1, 4]) {
      assert.equal((await worker.step())?.kind, 'attempt');
      assert.equal((await read()).state, 'queued');
      here.pass(pause - 0.5);
      assert.equal(await worker.step(), null, 'it pauses first');
      here.pass(0.6);
    }
    await worker.step();
    const quarantined = await read();
    assert.equal(quarantined.state, 'quarantined');
    assert.match(quarantined.reason ?? '', reason);
    here.pass(3600);
    assert.equal(await worker.step(), null);
    assert.equal(aggregation.asked.length, 3);
  });
}

test('an answer that breaks the contract counts as an attempt, where others are answered well', async (t) => {
  const aggregation = scripted(() => Promise.reject(unavailable('broken')));
  const { here, worker, read } = await yard(t, aggregation);
  for (let i = 0; i < 3; i++) {
    assert.equal((await worker.step())?.kind, 'attempt');
    here.pass(10);
  }
  const quarantined = await read();
  assert.equal(quarantined.state, 'quarantined');
  assert.match(quarantined.reason ?? '', /no result/);
});

test('it does not count while every answer breaks the contract, however often', async (t) => {
  const aggregation = scripted(() => Promise.reject(unavailable('broken')));
  const { worker, read } = await yard(t, aggregation);
  aggregation.algorithm = () => Promise.reject(unavailable('broken'));
  for (let i = 0; i < 5; i++) assert.equal((await worker.step())?.kind, 'wait');
  assert.equal((await read()).state, 'queued');
  aggregation.script = () => {};
  assert.equal((await worker.step())?.kind, 'published');
});

for (const cause of ['down', 'overloaded', 'incompatible', 'full'] as const) {
  test(`a call that never began because aggregation is ${cause} does not count, however often`, async (t) => {
    const aggregation = scripted(() => Promise.reject(unavailable(cause)));
    const { worker, read } = await yard(t, aggregation);
    for (let i = 0; i < 20; i++) assert.equal((await worker.step())?.kind, 'wait');
    assert.equal((await read()).state, 'queued');
    aggregation.script = () => {};
    assert.equal((await worker.step())?.kind, 'published');
    assert.equal((await read()).state, 'done');
  });
}

test('a recording that is rejected fails at once with its sentence, until a newer algorithm reads it', async (t) => {
  const detail = 'Line 3 holds no number.';
  const aggregation = scripted(() =>
    Promise.reject(new Failure('recording-rejected', { problem: 'no-number', detail })),
  );
  const { worker, read } = await yard(t, aggregation);
  await worker.step();
  const failed = await read();
  assert.deepEqual([failed.state, failed.reason], ['failed', detail]);
  assert.equal(await worker.step(), null);
  // The sentence may quote the file, which is the rider's.
  assert.deepEqual(
    worker.logged.filter((line) => line.includes(detail)),
    [],
  );
  assert.match(worker.logged.join(), /info a recording cannot be used .*problem: 'no-number'/s);

  aggregation.version = '1.1.0';
  aggregation.script = () => {};
  await worker.askForAlgorithm();
  assert.equal((await read()).state, 'queued');
  assert.equal((await worker.step())?.kind, 'published');
  assert.equal((await read()).state, 'done');
});

test('a result that cannot be stored does not count against the recording', async (t) => {
  const aggregation = scripted();
  const { here, worker, read } = await yard(t, aggregation);
  const put = () => Promise.reject(unavailable('full'));
  const full = { ...worker.shared, blobs: { ...here.store.blobs, put } };
  for (let i = 0; i < 5; i++) {
    const taken = (await worker.take())!;
    const ending = await analyse(full, taken, {
      signal: new AbortController().signal,
      onProgress() {},
      deadline: undefined,
    });
    assert.equal(ending.kind, 'wait');
  }
  assert.equal((await worker.step())?.kind, 'published');
  assert.equal((await read()).state, 'done');
});

test('a quarantined ride is tried three times again when it is asked for', async (t) => {
  const aggregation = scripted(() => Promise.reject(unavailable('crashed')));
  const { here, me, worker, read } = await yard(t, aggregation);
  const own = { principal: me.principal, session: (await read()).id };
  await assert.rejects(here.sessions.retry(own), { code: 'nothing-to-retry' });
  for (let i = 0; i < 3; i++) {
    await worker.step();
    here.pass(10);
  }
  assert.equal((await here.sessions.retry(own)).state, 'queued');
  for (let i = 0; i < 3; i++) {
    assert.equal((await read()).state, 'queued');
    assert.equal((await worker.step())?.kind, 'attempt');
    here.pass(10);
  }
  assert.equal((await read()).state, 'quarantined');
});

test('what may have been ended by another analysis is tried again with nothing beside it', async (t) => {
  const aggregation = scripted(() => Promise.reject(unavailable('crashed')));
  const { here, worker } = await yard(t, aggregation);
  await worker.step();
  here.pass(2);
  assert.equal(await worker.take({ othersRun: true }), null);
  assert.equal((await worker.take())?.alone, true);
});

test('a reason is a sentence that names no diagnosis and no path', async () => {
  const { client } = scripted();
  const { signal } = new AbortController();
  for (const [, error] of counted) {
    const verdict = await verdictOn(error(), client, signal);
    assert.ok(verdict.kind === 'attempt');
    assert.match(verdict.reason, /kept safe/);
    assert.doesNotMatch(verdict.reason, /lame|undefined|\//i);
  }
});

test('who tries again does so for their own ride only, though another has the same bytes', async (t) => {
  const aggregation = scripted(() =>
    Promise.reject(new Failure('recording-rejected', { problem: 'x', detail: 'no.' })),
  );
  const { here, me, read, worker } = await yard(t, aggregation);
  const another = await owner(here);
  const theirs = await upload(here, another, 'a ride');
  while ((await worker.step()) !== null);
  const before = await read();
  assert.equal(before.state, 'failed');
  const again = await here.sessions.retry({ principal: another.principal, session: theirs.session.id });
  assert.equal(again.state, 'queued');
  assert.deepEqual(await read(), before);
  assert.equal(
    (await here.sessions.list({ ...everything, principal: me.principal })).items[0]?.state,
    'failed',
  );
});

test('an answer about other bytes than were asked for is not published, and the log names the recording', async (t) => {
  const { read, worker } = await yard(t, scripted());
  const taken = (await worker.take())!;
  const logged: unknown[] = [];
  const { aggregation, log } = worker.shared;
  const shared = {
    ...worker.shared,
    log: { ...log, error: (fields: object) => logged.push(fields) },
    aggregation: {
      ...aggregation,
      async aggregate(...asked: Parameters<typeof aggregation.aggregate>) {
        const { result, series } = await aggregation.aggregate(...asked);
        const inputs = result.inputs.map((input) => ({ ...input, sha256: 'f'.repeat(64) }));
        return { series, result: { ...result, inputs } };
      },
    },
  };
  const call = { signal: new AbortController().signal, onProgress() {}, deadline: undefined };
  assert.equal((await analyse(shared, taken, call)).kind, 'attempt');
  assert.equal((await read()).state, 'queued');
  assert.deepEqual(logged, [{ blobs: [taken.need.inputs[0]?.sha256] }]);
});
