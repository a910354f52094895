import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { SessionResult } from '@piaffe/aggregation/contract';
import type { ListedSession, Session } from '@piaffe/sessions/contract';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { analysed, analysedRide } from './testing/rides.fixture.ts';

test('corrected gaits are computed with, and the ride is as it was found once they are taken back', async (t) => {
  const rider = await (await startGateway(t)).administrator();
  const id = await analysedRide(rider, await horseOf(rider), 1, '');
  const result = async () => (await rider.get(`/sessions/${id}/result`)).ok<SessionResult>();
  const found = await result();
  const corrections = { segments: [{ gait: 'tolt', from: 20, to: 30 }], jumps: { added: [], removed: [] } };
  const corrected = (await rider.json('PUT', `/sessions/${id}/corrections`, corrections)).ok<Session>();
  assert.deepEqual(corrected.corrections, corrections);
  await analysed(rider, id);
  assert.ok((await result()).segments.some(({ gait }) => gait === 'tolt'));
  (await rider.send('DELETE', `/sessions/${id}/corrections`)).ok();
  await analysed(rider, id);
  assert.deepEqual(await result(), found);

  const backwards = { ...corrections, segments: [{ gait: 'trot', from: 30, to: 20 }] };
  const refused = await rider.json('PUT', `/sessions/${id}/corrections`, backwards);
  assert.deepEqual([refused.status, refused.problem()], [422, 'corrections-not-valid']);
});

test('heart rate beside a ride is kept with it, downloads as it was, and can be taken off again', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const session = (await rider.upload(await horseOf(rider), 'a ride')).ok<{ session: Session }>().session.id;
  const path = `/sessions/${session}/companions`;
  const body = 'time,bpm\n0,72\n';
  const headers = { 'content-sha256': createHash('sha256').update(body).digest('hex') };
  const added = await rider.send('POST', `${path}?name=belt.csv`, { body, headers });
  assert.equal(added.status, 201, added.text);
  const { receipt } = added.ok<{ receipt: { id: string } }>();
  const { recordings } = (await rider.get(`/sessions/${session}`)).ok<Session>();
  assert.deepEqual(
    recordings.map(({ name, role }) => [name, role]),
    [
      ['recording', 'motion'],
      ['belt.csv', 'companion'],
    ],
  );
  const file = await rider.get(`/sessions/${session}/recording?recording=${receipt.id}`);
  assert.equal(file.text, body);

  const again = await rider.send('POST', path, { body });
  assert.deepEqual([again.status, again.ok<{ duplicate: boolean }>().duplicate], [200, true]);
  const damaged = await rider.send('POST', path, { body: `${body}.`, headers });
  assert.equal(damaged.problem(), 'checksum-mismatch');
  assert.equal((await rider.send('POST', path, { body: '' })).problem(), 'recording-empty');
  const elsewhere = await rider.send('POST', `/sessions/${'a'.repeat(26)}/companions`, { body });
  assert.equal(elsewhere.problem(), 'session-not-found');

  (await rider.send('DELETE', `${path}/${receipt.id}`)).ok();
  assert.equal((await rider.get(`/sessions/${session}`)).ok<Session>().recordings.length, 1);
});

test('sessions are found by when they were, what they were, and where', async (t) => {
  const rider = await (await startGateway(t)).administrator();
  const horse = await horseOf(rider);
  for (let day = 1; day <= 4; day++) {
    const said = `&startedAt=2026-05-0${day}T17:00:00Z&type=${day % 2 === 0 ? 'dressage' : 'hack'}&surface=sand`;
    (await rider.upload(horse, `ride ${day}`, said)).ok();
  }
  const found = async (query: string) => {
    const { items } = (await rider.get(`/sessions?${query}`)).ok<{ items: ListedSession[] }>();
    return items.map(({ startedAt }) => Number(startedAt?.slice(8, 10)));
  };
  assert.deepEqual(await found('type=dressage'), [4, 2]);
  assert.deepEqual(await found('from=2026-05-02T00:00:00.000Z&to=2026-05-04T00:00:00.000Z'), [3, 2]);
  assert.deepEqual(await found(`surface=sand&type=hack&horse=${horse}`), [3, 1]);
  assert.deepEqual(await found('surface=grass'), []);
  assert.equal((await rider.get('/sessions?from=yesterday')).problem(), 'input-not-valid');
});
