import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startService } from '../testing/service.fixture.ts';
import { smallRide } from '../testing/small-ride.fixture.ts';

test('when the process that computes is killed, those it was at work for are answered all the same', async () => {
  await using service = await startService({ flags: ['--workers', '2'] });
  const [, pid] = /"kind":"up","process":"compute","pid":(\d+)/.exec(service.output()) ?? [];
  const url = `${service.url}/v1/metrics`;
  const ride = smallRide({ seconds: 120 });
  const answers = [1, 2].map(() => {
    const headers = { accept: 'application/x-ndjson' };
    return fetch(url, { method: 'POST', body: ride as never, headers });
  });
  // Its head comes with the first progress: somebody is at work on it.
  await Promise.race(answers);
  process.kill(Number(pid), 'SIGKILL');
  for (const answer of answers) assert.match(await (await answer).text(), /"status":"analysed"/);
  const ready = (await (await fetch(`${service.url}/health/ready`)).json()) as {
    parts: { restarts: number }[];
  };
  assert.equal(ready.parts[0]!.restarts, 1);
});
