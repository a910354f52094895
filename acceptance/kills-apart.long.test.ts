import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { administrator, sha256 } from './support/api.fixture.ts';
import { startPlan, whole } from './support/plan.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { rounds } from './support/rounds.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';

const folder = await scratchFolder();
const rides = shortRides();
const uploadsPerRound = 3;
const longestMilliseconds = 1000;

test('kill -9 of any part that runs apart, at any moment, loses nothing that was acknowledged, and it all goes on', async (t) => {
  const { count, random, seed } = rounds({ short: 3 });
  await using deployment = await startPlan('all-remote', { folder });
  const api = await administrator(deployment);
  const horse = await api.addHorse('Luna');
  const acknowledged = new Map<string, string>();
  const killed: string[] = [];
  let refused = 0;
  const first = Math.floor(random() * deployment.processes.length);
  for (let round = 0; round < count; round += 1) {
    const part = deployment.processes[(first + round) % deployment.processes.length]!;
    const now = api.at(deployment.url);
    const uploads = Array.from({ length: uploadsPerRound }, async (_, n) => {
      const bytes = rides.ride(round * uploadsPerRound + n);
      // The first one takes its time, so that a kill finds one under way.
      const kept = await (n === 0 ? now.uploadSlowly(horse, bytes, 12) : now.upload(horse, bytes));
      acknowledged.set(kept.session.id, sha256(bytes));
    });
    const settled = Promise.allSettled(uploads);
    await setTimeout(random() * longestMilliseconds);
    await part.stop();
    killed.push(part.modules.join('+'));
    refused += (await settled).filter(({ status }) => status === 'rejected').length;
    await part.start();
    await whole(deployment);
  }

  const now = api.at(deployment.url);
  t.diagnostic(
    `seed ${seed}: killed ${killed.join(', ')}; ${acknowledged.size} acknowledged, ${refused} not`,
  );
  assert.ok(acknowledged.size > 0, 'no upload was acknowledged: nothing was tried');
  for (const [id, hash] of acknowledged) {
    const { state, reason } = await now.settled(id);
    assert.equal(state, 'done', reason ?? '');
    const raw = await now.fetch(`/sessions/${id}/recording`);
    assert.equal(sha256(await raw.bytes()), hash);
  }
  // What was not acknowledged is either not there at all or whole.
  for (const { id, recordings } of await now.all<{ id: string; recordings: { sha256: string }[] }>(
    '/sessions',
  )) {
    const raw = await now.fetch(`/sessions/${id}/recording`);
    assert.equal(sha256(await raw.bytes()), recordings[0]?.sha256);
  }
});
