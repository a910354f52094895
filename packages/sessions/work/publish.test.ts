import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, upload } from '../testing/server.fixture.ts';
import { steppedWorker } from '../testing/worker.fixture.ts';

const start = '2026-05-01T18:00:00+02:00';

test('when a file says that it began is known to all who have it, and still when the ride is trimmed', async (t) => {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
  const worker = steppedWorker(here, aggregation);
  await worker.askForAlgorithm();
  const [one, other] = [await owner(here), await owner(here)];
  const trimmed = await upload(here, one, 'a ride');
  aggregation.fileStarts.set(trimmed.receipt.sha256, start);
  const own = { principal: one.principal, session: trimmed.session.id };
  await here.sessions.trim({ ...own, trim: { from: 5, to: 20 } });
  const whole = await upload(here, other, 'a ride');
  assert.equal(whole.session.startedAt, null);

  const read = async () => [
    (await here.sessions.session(own)).startedAt,
    (await here.sessions.session({ principal: other.principal, session: whole.session.id })).startedAt,
  ];
  const first = (await worker.take())!;
  await worker.finish(first);
  assert.deepEqual(
    (await read()).map((at) => at && Date.parse(at)),
    [Date.parse(start), Date.parse(start)],
  );
  await worker.step();
  assert.deepEqual(
    (await read()).map((at) => at && Date.parse(at)),
    [Date.parse(start), Date.parse(start)],
  );
});
