import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { server, settled } from '../testing/server.fixture.ts';

const killed = fileURLToPath(new URL('../testing/killed-server.fixture.ts', import.meta.url));

test('a server that was killed at work goes on by itself, with everything it acknowledged', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-killed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [killed, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
  const { me, kept } = JSON.parse(String(line));

  const aggregation = scripted();
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  aggregation.algorithm = () => {
    asked.resolve();
    return answer.promise;
  };
  const here = await server(t, { aggregation: aggregation.client, folder });
  const own = { principal: me.principal, session: kept.session.id };
  const found = await here.sessions.recording({ ...own, recording: null });
  assert.equal(found.id, kept.receipt.id);
  assert.equal(await text(here.store.blobs.open(found.sha256)), 'a ride');
  await asked.promise;
  assert.equal((await here.sessions.session(own)).state, 'queued', 'the lease of the dead has ended');
  answer.resolve();
  assert.equal((await settled(here, me.principal, kept.session.id)).state, 'done');
});
