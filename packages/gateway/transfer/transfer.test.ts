import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { SessionResult } from '@piaffe/aggregation/contract';
import { Unavailable } from '@piaffe/kernel';
import type { Session } from '@piaffe/sessions/contract';
import type { Horse, HorseEvent } from '@piaffe/stable/contract';
import { fromBufferPromise } from 'yauzl';
import type { Browser } from '../testing/browser.fixture.ts';
import { horseOf, startGateway } from '../testing/gateway.fixture.ts';
import { rawSocket } from '../testing/raw-socket.fixture.ts';
import { analysed, rideCsv } from '../testing/rides.fixture.ts';
import { takeExport } from '../testing/transfer.fixture.ts';
import type { ImportReport } from './import-report.ts';

test('an export imported into an empty server gives the same rides, notes, events and results', async (t) => {
  const from = await (await startGateway(t)).administrator();
  const horse = await horseOf(from);
  const rider = (await from.post('/riders', { name: 'Me' })).ok<{ id: string }>().id;
  const event = { at: '2026-05-04T16:00:00.000Z', kind: 'shoeing', text: 'New shoes' };
  (await from.post(`/horses/${horse}/events`, event)).ok();

  const plain = await upload(from, horse, rideCsv(1), `&startedAt=${start(1)}&rider=${rider}&type=dressage`);
  (await from.post(`/sessions/${plain}/notes`, { at: 12.5, text: 'She stretched' })).ok();
  (await from.post(`/sessions/${plain}/notes`, { text: 'A good day' })).ok();
  await analysed(from, plain);
  (await from.json('PUT', `/sessions/${plain}/trim`, { from: 1, to: 30 })).ok();
  const first = await upload(from, horse, rideCsv(2), `&startedAt=${start(2)}`);
  const second = await upload(from, horse, rideCsv(3), `&startedAt=${start(2, 5)}`);
  await analysed(from, first);
  await analysed(from, second);
  (await from.post(`/sessions/${first}/merge`, { other: second })).ok();
  const corrections = {
    segments: [{ gait: 'canter', from: 20, to: 25 }],
    jumps: { added: [], removed: [] },
  };
  (await from.json('PUT', `/sessions/${first}/corrections`, corrections)).ok();
  const unusable = await upload(from, horse, 'no recording', '');
  for (const session of [plain, first, unusable]) await analysed(from, session);

  const zip = await takeExport(from);
  const to = await (await startGateway(t)).administrator();
  const report = await bringIn(to, zip);
  assert.equal(report.stopped, null);
  assert.deepEqual(
    report.rides.map(({ state, reason }) => [state, reason]),
    Array(3).fill(['new', null]),
  );
  for (const { session } of report.rides) await analysed(to, session!);
  assert.deepEqual(await said(to), await said(from));

  await t.test('imported again, nothing is doubled and nothing changed', async () => {
    const before = await said(to);
    const again = await bringIn(to, zip);
    assert.deepEqual(new Set(again.rides.map(({ state }) => state)), new Set(['already-here']));
    assert.deepEqual([again.horses[0]?.state, again.riders[0]?.state], ['already-here', 'already-here']);
    assert.deepEqual(again.events, { new: 0, alreadyHere: 1 });
    assert.deepEqual(await said(to), before);
  });

  await t.test('what somebody has changed since stays theirs', async () => {
    const { items } = (await to.get('/sessions?type=dressage')).ok<{ items: Session[] }>();
    const path = `/sessions/${items[0]!.id}`;
    const { notes } = (await to.get(path)).ok<Session>();
    (await to.json('PUT', `${path}/notes/${notes[0]!.id}`, { text: 'In my own words' })).ok();
    (await to.json('DELETE', `${path}/trim`)).ok();
    const before = (await to.get(path)).ok<Session>();
    await bringIn(to, zip);
    const after = (await to.get(path)).ok<Session>();
    assert.deepEqual([after.notes, after.trim], [before.notes, null]);
  });
});

test('two horses of which the same is said stay two, also when they are imported again', async (t) => {
  const from = await (await startGateway(t)).administrator();
  for (let count = 0; count < 2; count++) await horseOf(from);
  const to = await (await startGateway(t)).administrator();
  const zip = await takeExport(from);
  for (const state of ['new', 'already-here']) {
    const { horses } = await bringIn(to, zip);
    assert.deepEqual(
      horses.map((one) => one.state),
      [state, state],
    );
    assert.equal(new Set(horses.map(({ horse }) => horse)).size, 2);
  }
});

test('the zip has the recordings as they are, each under its hash, and says which format it is', async (t) => {
  const browser = await (await startGateway(t)).administrator();
  const bytes = rideCsv(1);
  await upload(browser, await horseOf(browser), bytes, '&name=monday.csv');
  const zip = await fromBufferPromise(await takeExport(browser), { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks = await zip.openReadStreamPromise(entry).then((stream) => stream.toArray());
    files.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  assert.equal(files.get(`recordings/${sha256}`), bytes);
  const { format, version } = JSON.parse(files.get('export.json')!);
  assert.deepEqual([format, version], ['piaffe-export', 1]);
  const [ride] = JSON.parse(files.get('sessions.json')!);
  assert.equal(ride.recordings[0].name, 'monday.csv');
});

test('an import that was cut off says so, and the same file again does the rest', async (t) => {
  const from = await (await startGateway(t)).administrator();
  const horse = await horseOf(from);
  const session = await upload(from, horse, 'a ride', '');
  const unsaid = await upload(from, horse, 'another ride', '');
  for (const text of ['one', 'two', 'three']) (await from.post(`/sessions/${session}/notes`, { text })).ok();
  await analysed(from, session);
  await analysed(from, unsaid);
  const zip = await takeExport(from);

  let notes = 0;
  const gateway = await startGateway(t, {
    needs: ({ sessions }) => ({
      sessions: {
        ...sessions,
        addNote: async (input, call) => {
          if (++notes === 2) throw new Unavailable('storage', 'full', 'The disk is full.');
          return sessions.addNote(input, call);
        },
      },
    }),
  });
  const to = await gateway.administrator();
  const first = await bringIn(to, zip);
  assert.equal(first.stopped?.code, 'storage-full');
  assert.match(first.stopped!.detail, /import the same file again/);

  const second = await bringIn(to, zip);
  assert.equal(second.stopped, null);
  assert.ok(second.rides.some(({ state }) => state === 'completed'));
  for (const { session } of second.rides) await analysed(to, session!);
  assert.deepEqual(await said(to), await said(from));
});

test('a server that stops ends an import with its reason, and calls no recording damaged', async (t) => {
  const from = await (await startGateway(t)).administrator();
  const horse = await horseOf(from);
  for (const bytes of ['one ride', 'two rides']) await upload(from, horse, bytes, '');
  const zip = await takeExport(from);
  const begun = Promise.withResolvers<void>();
  const gateway = await startGateway(t, {
    needs: ({ blobs }) => ({
      blobs: {
        ...blobs,
        put: (_chunks, options) => {
          begun.resolve();
          return new Promise((_, reject) =>
            options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
          );
        },
      },
    }),
  });
  const importing = bringIn(await gateway.administrator(), zip);
  await begun.promise;
  await gateway.drain(5);
  const { rides, stopped } = await importing;
  assert.deepEqual(rides, []);
  assert.match(stopped!.detail, /The server is stopping/);
});

test('an account has one export at a time, until it has gone out or its reader is gone', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  await upload(rider, await horseOf(rider), 'x'.repeat(12_000_000), '');
  const slow = await rawSocket(t, gateway.port);
  slow.write(`GET /api/v1/export HTTP/1.1\r\nHost: x\r\nCookie: ${rider.cookie()}\r\n\r\n`);
  await slow.until(/PK/);
  slow.socket.pause();
  const second = await rider.get('/export');
  assert.deepEqual([second.status, second.problem()], [503, 'busy']);
  slow.socket.destroy();
  while ((await rider.get('/export')).status !== 200) await new Promise(setImmediate);
});

async function upload(browser: Browser, horse: string, file: string, query: string): Promise<string> {
  return (await browser.upload(horse, file, query)).ok<{ session: Session }>().session.id;
}

const start = (day: number, minute = 0) => `2026-05-0${day}T17:0${minute}:00Z`;

async function bringIn(browser: Browser, zip: Buffer): Promise<ImportReport> {
  return (await browser.send('POST', '/imports', { body: zip })).ok<ImportReport>();
}

/** All that can be read of an account, without ids and moments of handing in. */
async function said(browser: Browser) {
  const { items: horses } = (await browser.get('/horses')).ok<{ items: Horse[] }>();
  const { items: listed } = (await browser.get('/sessions')).ok<{ items: Session[] }>();
  const rides = listed.map(async ({ id }) => {
    const session = (await browser.get(`/sessions/${id}`)).ok<Session>();
    const { state, startedAt, trim, corrections, context, notes } = session;
    const answer = await browser.get(`/sessions/${id}/result`);
    const result = answer.status === 200 ? answer.ok<SessionResult>() : null;
    return {
      ...{ state, startedAt, trim, corrections, context: { ...context, rider: context.rider !== null } },
      notes: notes.map(({ at, text }) => ({ at, text })),
      files: session.recordings.map(({ sha256, name, role }) => ({ sha256, name, role })),
      result: result && { ...result, context: null },
    };
  });
  const events = horses.map(async ({ id }) => {
    const { items } = (await browser.get(`/horses/${id}/events`)).ok<{ items: HorseEvent[] }>();
    return items.map(({ at, kind, text }) => ({ at, kind, text }));
  });
  return {
    horses: horses.map(({ id: _, createdAt: __, ...horse }) => horse),
    events: await Promise.all(events),
    rides: (await Promise.all(rides)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}
