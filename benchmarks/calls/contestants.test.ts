import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fastifyAndUndici, fastifyInject, httpOverSocket } from './bare-peers.ts';
import { inRequest } from './in-request.ts';
import { question, table } from './payloads.ts';
import { probeWork } from './probe.ts';
import { openShapes } from './shapes.ts';

const call = { signal: new AbortController().signal, onProgress() {} };

test('whatever is timed beside each other gives the same answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-contestants-'));
  await using opened = new AsyncDisposableStack();
  opened.defer(() => rmSync(folder, { recursive: true }));
  const contestants = [
    ...(await openShapes(folder)),
    await fastifyInject(),
    await fastifyAndUndici(folder, 'port'),
    await fastifyAndUndici(folder, 'socket'),
    await httpOverSocket(folder),
  ];
  for (const contestant of contestants) opened.use(contestant);
  const answer = await probeWork.small(question, call);
  await inRequest(async () => {
    for (const { name, small, large, hour } of contestants) {
      assert.deepEqual(await small(), answer, name);
      assert.deepEqual(await large(), table, name);
      if (hour !== undefined)
        assert.deepEqual(
          await hour(import.meta.filename),
          { bytes: statSync(import.meta.filename).size },
          name,
        );
    }
  });
  assert.equal(contestants.filter(({ hour }) => hour !== undefined).length, 6);
});
