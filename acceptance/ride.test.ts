import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administrator, sha256 } from './support/api.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();

test('a ride that is handed in is acknowledged, analysed beside the server, and read', async () => {
  await using server = await startServer({ folder });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const bytes = shortRides().ride(1);
  const kept = await api.upload(horse, bytes);
  assert.equal(kept.receipt.sha256, sha256(bytes));
  assert.equal(kept.duplicate, false);

  const session = await api.settled(kept.session.id);
  assert.equal(session.state, 'done', session.reason ?? '');
  const result = await api.json<{ metrics: { gaits: { trot: { time: { value: number } } } } }>(
    `/sessions/${session.id}/result`,
  );
  assert.ok(Math.abs(result.metrics.gaits.trot.time.value - 60) < 10);
  const raw = await api.fetch(`/sessions/${session.id}/recording`);
  assert.equal(sha256(await raw.bytes()), sha256(bytes));
  const again = await api.upload(horse, bytes);
  assert.equal(again.duplicate, true);
  assert.equal(again.session.id, session.id);
});
