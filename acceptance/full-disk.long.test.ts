import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Api, administrator, sha256 } from './support/api.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { startServer } from './support/server.fixture.ts';
import { fill, noSmallDisk, smallDisk } from './support/small-disk.fixture.ts';

const rides = shortRides();

test('on a full disk nothing new is taken, what was kept is read, and with room again all goes on by itself', {
  skip: noSmallDisk,
}, async () => {
  const disk = smallDisk(24);
  await using server = await startServer({ folder: join(disk, 'data') });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const kept = await api.upload(horse, rides.ride(0));
  assert.equal((await api.settled(kept.session.id)).state, 'done');

  const filling = fill(disk);
  for (const n of [1, 2, 3]) {
    const refused = await attempt(api, horse, rides.ride(n));
    assert.equal(refused.status, 507);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.match(((await refused.json()) as { detail: string }).detail, /full/);
  }
  await api.json(`/sessions/${kept.session.id}/result`);
  await api.json(`/sessions/${kept.session.id}/series`);

  await rm(filling);
  let answer = await attempt(api, horse, rides.ride(1));
  while (answer.status === 507) {
    await setTimeout(200);
    answer = await attempt(api, horse, rides.ride(1));
  }
  assert.equal(answer.status, 201);
  const { session } = (await answer.json()) as typeof kept;
  assert.equal((await api.settled(session.id)).state, 'done');
  for (const [id, n] of [
    [kept.session.id, 0],
    [session.id, 1],
  ] as const) {
    const raw = await api.fetch(`/sessions/${id}/recording`);
    assert.equal(sha256(await raw.bytes()), sha256(rides.ride(n)));
  }
  assert.equal((await api.all('/sessions')).length, 2);
});

function attempt(api: Api, horse: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  return api.fetch(`/recordings?horse=${horse}`, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'text/csv' },
  });
}
