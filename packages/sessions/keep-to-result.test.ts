import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rideCsv } from './testing/rides.fixture.ts';
import { owner, server, settled, upload } from './testing/server.fixture.ts';

test('a recording that was kept is analysed by itself, and its result is readable', async (t) => {
  const here = await server(t);
  const { principal, horse } = await owner(here);
  const { receipt, session, duplicate } = await upload(here, { principal, horse }, rideCsv());
  assert.equal(duplicate, false);
  assert.equal(session.recordings[0]?.id, receipt.id);

  const done = await settled(here, principal, session.id);
  assert.equal(done.state, 'done', done.reason ?? '');
  assert.equal(done.computed?.current, true);
  const result = await here.sessions.result({ principal, session: session.id });
  assert.equal(result.recording.sha256, receipt.sha256);
  assert.equal(result.context.horse, 'Quarz');
  assert.ok((result.metrics.gaits.trot.time.value ?? 0) > 10);
  const series = await here.sessions.series({ principal, session: session.id });
  assert.equal(await here.store.blobs.size(series.sha256), series.bytes);
});
