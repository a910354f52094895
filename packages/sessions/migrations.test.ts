import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { Principal } from '@piaffe/auth/contract';
import { newId, openStore } from '@piaffe/storage';
import { type Kysely, sql } from 'kysely';
import { migrations } from './create.ts';
import { scripted } from './testing/scripted-aggregation.fixture.ts';
import { everything, server, settled, unfiltered, until } from './testing/server.fixture.ts';
import { keyOf } from './work/key.ts';

const principal: Principal = { account: newId(), role: 'rider' };
const startedAt = '2026-05-01T10:00:00.000Z';

/** A ride with its result, as the first version of the tables has them. */
async function rideOfFirstVersion(folder: string): Promise<{ session: string; key: string }> {
  await using store = await openStore(folder, { migrations: { sessions: migrations.slice(0, 1) } });
  const [session, result] = [newId(), newId()];
  const put = (text: string) => store.blobs.put(Readable.from([Buffer.from(text)]));
  const [raw, found] = [await put('a ride'), await put('{}')];
  const { sha256 } = raw;
  const need = {
    inputs: [{ sha256, role: 'motion' as const, started_at: startedAt }],
    trim: null,
    corrections: null,
  };
  const key = keyOf(principal.account, need);
  await insert('results', {
    id: result,
    key,
    algorithm: 'scripted@1.0.0',
    result_sha256: found.sha256,
    series_sha256: found.sha256,
    series_bytes: 2,
    overview: JSON.stringify({
      durationSeconds: 35,
      gaits: [],
      symmetryScore: { value: null, unit: '1', n: null, spread: null, quality: 'none', reason: 'x' },
    }),
    computed_at: startedAt,
  });
  await insert('sessions', {
    id: session,
    owner: principal.account,
    horse: newId(),
    received_at: startedAt,
    key,
    queued_at: startedAt,
    reprocess: 0,
    state: 'done',
    result,
    started_at: startedAt,
    sort_at: startedAt,
  });
  await insert('recordings', {
    id: newId(),
    owner: principal.account,
    session,
    home: session,
    position: 0,
    offset_seconds: 0,
    sha256,
    bytes: 6,
    name: 'ride.csv',
    started_at: startedAt,
    started_utc: startedAt,
    received_at: startedAt,
  });
  return { session, key };

  async function insert(table: string, row: object): Promise<void> {
    const database: Kysely<Record<string, object>> = store.database.as();
    await database.insertInto(`session_${table}`).values(row).execute();
  }
}

test('rides of the first version are there after an upgrade, their results stay readable, and nothing of them is computed twice', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-sessions-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { session, key } = await rideOfFirstVersion(folder);
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, folder });
  const own = { principal, session };
  await until(async () => (await here.sessions.session(own)).computed?.current === true);
  const ride = await settled(here, principal, session);
  assert.deepEqual([ride.state, ride.corrections], ['done', null]);
  assert.equal(ride.recordings[0]?.role, 'motion');
  const asked = { principal, ...unfiltered, metrics: ['gaits.trot.cadence'] };
  assert.equal((await here.sessions.numbers(asked)).sessions.length, 0);
  const { rows } = await sql`select key, owner, epoch from session_results`.execute(here.store.database.as());
  assert.deepEqual(
    rows.map((row) => ({ ...(row as object) })),
    [{ key, owner: principal.account, epoch: 0 }],
  );
  await here.sessions.correct({ ...own, corrections: { segments: [], jumps: { added: [3], removed: [] } } });
  await settled(here, principal, session);
  await here.sessions.correct({ ...own, corrections: null });
  assert.equal((await here.sessions.session(own)).state, 'done');
  assert.equal(aggregation.asked.length, 1, 'the result from before is found again');
  await here.sessions.reprocess({});
  await until(async () => (await here.sessions.numbers(asked)).sessions.length === 1);
  assert.deepEqual(await here.sessions.purge({ principal, horse: null }), { sessions: 1 });
  assert.deepEqual((await here.sessions.list({ ...everything, principal })).items, []);
  for await (const { sha256 } of here.store.blobs.list()) assert.fail(`${sha256} is left`);
});
