import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { SessionResult } from '@piaffe/aggregation/contract';
import type { Session } from '@piaffe/sessions/contract';
import { horseOf, startGateway } from './testing/gateway.fixture.ts';
import { rideCsv } from './testing/rides.fixture.ts';

test('a rider signs in, adds a horse, hands in a recording and reads its result', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const horse = await horseOf(rider);
  const file = rideCsv();

  const answer = await rider.upload(
    horse,
    file,
    '&name=monday.csv&startedAt=2026-05-04T17:05:00%2B02:00&mount=girth',
  );
  assert.equal(answer.status, 201, answer.text);
  const { receipt, session, duplicate } = answer.ok<{
    receipt: { sha256: string };
    session: Session;
    duplicate: boolean;
  }>();
  assert.equal(receipt.sha256, createHash('sha256').update(file).digest('hex'));
  assert.equal(duplicate, false);
  assert.equal(answer.headers.get('location'), `/api/v1/sessions/${session.id}`);

  const stream = await fetch(`${gateway.url}/api/v1/sessions/${session.id}/events`, {
    headers: { cookie: rider.cookie() },
  });
  let told = '';
  for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
    told += chunk;
    if (/event: (done|failed)/.test(told)) break;
  }
  assert.match(told, /event: done/);

  const result = (await rider.get(`/sessions/${session.id}/result`)).ok<SessionResult>();
  assert.equal(result.recording.sha256, receipt.sha256);
  assert.equal(result.context.horse, 'Quarz');
  assert.ok((result.metrics.gaits.trot.time.value ?? 0) > 10);
});
