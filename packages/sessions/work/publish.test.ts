import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, upload } from '../testing/server.fixture.ts';
import { steppedWorker } from '../testing/worker.fixture.ts';

const start = '2026-05-01T18:00:00+02:00';

test('when a file says that it began is known to its owner, and still when the ride is trimmed', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  const [me, another] = [await owner(here), await owner(here)];
  const { receipt, session } = await upload(here, me, 'a ride');
  aggregation.fileStarts.set(receipt.sha256, start);
  const own = { principal: me.principal, session: session.id };
  await here.sessions.trim({ ...own, trim: { from: 5, to: 20 } });
  const startRead = async () => (await here.sessions.session(own)).startedAt;
  assert.equal(await startRead(), null);
  await worker.step();
  assert.equal(Date.parse((await startRead()) ?? ''), Date.parse(start));
  await here.sessions.trim({ ...own, trim: null });
  await worker.step();
  assert.equal(Date.parse((await startRead()) ?? ''), Date.parse(start));
  assert.equal((await upload(here, another, 'a ride')).session.startedAt, null);
});
