import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { Account, SignInSummary } from '@piaffe/auth/contract';
import type { Session } from '@piaffe/sessions/contract';
import { browserAt } from './testing/browser.fixture.ts';
import { type Gateway, horseOf, password, startGateway, tokenOf } from './testing/gateway.fixture.ts';

const blobsOf = async ({ store }: Gateway) =>
  (await Readable.from(store.blobs.list()).toArray()).map(({ sha256 }) => sha256);

test('whoever deletes their account leaves nothing: no horse, no ride, no file, no way in', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.rider('leaving');
  const horse = await horseOf(rider);
  (await rider.upload(horse, 'bytes that go')).ok();
  (await rider.post('/riders', { name: 'Me' })).ok();
  const token = await tokenOf(rider, 'read');
  assert.equal((await blobsOf(gateway)).length, 1);

  const wrong = await rider.json('DELETE', '/account', { password: 'not this one at all' });
  assert.deepEqual([wrong.status, wrong.problem()], [401, 'credentials-wrong']);
  assert.equal((await rider.get('/horses')).ok<{ items: unknown[] }>().items.length, 1);

  const left = await rider.json('DELETE', '/account', { password });
  assert.deepEqual([left.status, left.text], [204, '']);
  assert.equal(rider.cookie(), '');
  assert.deepEqual(await blobsOf(gateway), []);
  assert.equal((await gateway.anonymous().get('/horses', token)).status, 401);
  const again = await browserAt(gateway.url).post('/sign-in', { name: 'leaving', password });
  assert.equal(again.problem(), 'credentials-wrong');
});

test('a file that somebody else handed in, too, stays theirs when its other owner leaves', async (t) => {
  const gateway = await startGateway(t);
  const [one, two] = [await gateway.rider('one'), await gateway.rider('two')];
  for (const rider of [one, two]) (await rider.upload(await horseOf(rider), 'bytes of both')).ok();
  (await one.json('DELETE', '/account', { password })).ok();
  const { items } = (await two.get('/sessions')).ok<{ items: Session[] }>();
  assert.equal((await two.get(`/sessions/${items[0]!.id}/recording`)).text, 'bytes of both');
});

test('leaving that was cut off is done by asking again', async (t) => {
  let cut = true;
  const gateway = await startGateway(t, {
    needs: ({ stable }) => ({
      stable: {
        ...stable,
        forget: async (input, call) => {
          if (cut) throw new Error('cut off');
          return stable.forget(input, call);
        },
      },
    }),
  });
  const rider = await gateway.rider('leaving');
  (await rider.upload(await horseOf(rider), 'bytes that go')).ok();
  assert.equal((await rider.json('DELETE', '/account', { password })).status, 500);
  assert.equal((await rider.get('/account')).status, 200);
  cut = false;
  assert.equal((await rider.json('DELETE', '/account', { password })).status, 204);
  assert.deepEqual(await blobsOf(gateway), []);
});

test('the demo is told to go before its owner goes', async (t) => {
  const told: string[] = [];
  const gateway = await startGateway(t, {
    needs: ({ sessions }) => ({
      demo: {
        status: () => ({ state: 'ready', done: 3, total: 3 }),
        remove: async () => void told.push('demo'),
      },
      sessions: {
        ...sessions,
        purge: async (input, call) => {
          told.push('sessions');
          return sessions.purge(input, call);
        },
      },
    }),
  });
  const rider = await gateway.rider('leaving');
  assert.deepEqual((await rider.get('/demo')).ok(), { state: 'ready', done: 3, total: 3 });
  assert.equal((await rider.send('DELETE', '/demo')).status, 200);
  (await rider.json('DELETE', '/account', { password })).ok();
  assert.deepEqual(told, ['demo', 'demo', 'sessions', 'sessions']);
});

test('a horse goes with its events, its rides and their files', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const [horse, other] = [await horseOf(rider), await horseOf(rider, 'Another')];
  (await rider.upload(horse, 'bytes that go')).ok();
  const kept = (await rider.upload(other, 'bytes that stay')).ok<{ session: Session }>().session;
  const at = '2026-05-04T16:00:00.000Z';
  (await rider.post(`/horses/${horse}/events`, { at, kind: 'shoeing' })).ok();

  assert.equal((await rider.send('DELETE', `/horses/${horse}`)).status, 204);
  assert.equal((await rider.get(`/horses/${horse}`)).problem(), 'horse-not-found');
  assert.equal((await rider.get(`/horses/${horse}/events`)).problem(), 'horse-not-found');
  const { items } = (await rider.get('/sessions')).ok<{ items: Session[] }>();
  assert.deepEqual(
    items.map(({ id }) => id),
    [kept.id],
  );
  assert.equal((await blobsOf(gateway)).length, 1);
});

test('how somebody wants the pages is kept, and what is left out stays', async (t) => {
  const rider = await (await startGateway(t)).rider('rider');
  const changed = async (body: object) => (await rider.json('PATCH', '/account', body)).ok<Account>();
  assert.equal((await changed({ language: 'de' })).language, 'de');
  const { name, language, units } = await changed({ name: 'renamed', units: 'imperial' });
  assert.deepEqual([name, language, units], ['renamed', 'de', 'imperial']);
  assert.equal((await changed({ language: null })).language, null);
  assert.equal((await rider.json('PATCH', '/account', { language: 'nl' })).status, 400);
});

test('one sees where one is signed in, and ends what is not oneself', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.rider('rider');
  const phone = browserAt(gateway.url);
  (await phone.post('/sign-in', { name: 'rider', password })).ok();
  const list = async () => (await rider.get('/account/sign-ins')).ok<{ items: SignInSummary[] }>().items;
  const items = await list();
  assert.deepEqual(items.map(({ current }) => current).sort(), [false, true]);
  const { id } = items.find(({ current }) => !current)!;
  assert.equal((await rider.send('DELETE', `/account/sign-ins/${id}`)).status, 204);
  assert.equal((await phone.get('/account')).status, 401);
  assert.deepEqual(
    (await list()).map(({ current }) => current),
    [true],
  );
});
