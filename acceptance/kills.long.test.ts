import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Api, administrator, sha256 } from './support/api.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { rounds } from './support/rounds.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const rides = shortRides();
const uploadsPerRound = 3;
const longestMilliseconds = 1500;

/** What was acknowledged: the SHA-256 of the bytes by the session. */
const acknowledged = new Map<string, string>();

test('kill -9 of the server and its computation at any moment loses nothing that was acknowledged', async (t) => {
  const { count, random, seed } = rounds({ short: 8 });
  let api: Api | null = null;
  let horse = '';
  let cutOff = 0;
  for (let round = 0; round < count; round += 1) {
    await using server = await startServer({ folder });
    if (api === null) {
      api = await administrator(server);
      horse = await api.addHorse('Luna');
    }
    const now = api.at(server.url);
    const uploads = Array.from({ length: uploadsPerRound }, async (_, n) => {
      const bytes = rides.ride(round * uploadsPerRound + n);
      // The first one takes its time, so that a kill finds one under way.
      const kept = await (n === 0 ? now.uploadSlowly(horse, bytes, 20) : now.upload(horse, bytes));
      acknowledged.set(kept.session.id, sha256(bytes));
    });
    await setTimeout(random() * longestMilliseconds);
    server.killAll();
    const settled = await Promise.allSettled(uploads);
    cutOff += settled.filter(({ status }) => status === 'rejected').length;
  }

  await using server = await startServer({ folder });
  const now = api!.at(server.url);
  t.diagnostic(`seed ${seed}: ${count} kills, ${acknowledged.size} acknowledged, ${cutOff} uploads cut off`);
  assert.ok(acknowledged.size > 0, 'no upload was acknowledged: nothing was tried');
  assert.ok(cutOff > 0, 'no upload was cut off: nothing was tried');
  for (const [id, hash] of acknowledged) {
    const raw = await now.fetch(`/sessions/${id}/recording`);
    assert.equal(raw.status, 200);
    assert.equal(sha256(await raw.bytes()), hash);
  }
  for (const id of acknowledged.keys()) {
    const { state, reason } = await now.settled(id);
    assert.equal(state, 'done', reason ?? '');
  }
  // What was not acknowledged is either not there at all or whole.
  for (const { id, recordings } of await now.all<{ id: string; recordings: { sha256: string }[] }>(
    '/sessions',
  )) {
    const raw = await now.fetch(`/sessions/${id}/recording`);
    assert.equal(sha256(await raw.bytes()), recordings[0].sha256);
  }
});
