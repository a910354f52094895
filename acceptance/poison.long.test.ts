import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Api, administrator, sha256 } from './support/api.fixture.ts';
import { computationOf, kill, noProcesses } from './support/processes.fixture.ts';
import { endlessRide, ridesOfScenario, shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const defaultPlan = new URL('../plans/default.json', import.meta.url);
const rides = shortRides();
// Made before there is a connection, which would be closed while this thread is at work.
const endless = endlessRide();
const poison = ridesOfScenario('lesson').ride(1);

/** The default plan, with a computation of these limits. */
async function planWith(name: string, limits: { readonly memoryMb: number; readonly callSeconds: number }) {
  const path = join(folder, `${name}.json`);
  const plan = JSON.parse(await readFile(defaultPlan, 'utf8'));
  plan.name = name;
  Object.assign(plan.processes.compute, limits);
  await writeFile(path, JSON.stringify(plan));
  return path;
}

/** Hands in poison, then rides of somebody else; those have to be done, and the poison told why it is not. */
async function quarantines(api: Api, poison: Uint8Array<ArrayBuffer>, reason: RegExp): Promise<void> {
  const horse = await api.addHorse('Luna');
  const { session } = await api.upload(horse, poison);
  const others = await Promise.all([1, 2, 3].map((n) => api.upload(horse, rides.ride(n))));
  for (const other of others) {
    const { state, reason } = await api.settled(other.session.id);
    assert.equal(state, 'done', reason ?? '');
  }
  const settled = await api.settled(session.id);
  assert.equal(settled.state, 'quarantined');
  assert.match(settled.reason ?? '', reason);
  const raw = await api.fetch(`/sessions/${session.id}/recording`);
  assert.equal(sha256(await raw.bytes()), sha256(poison));
}

test('a recording that takes all the memory is put aside with that reason, and the others go on', async () => {
  const plan = await planWith('little-memory', { memoryMb: 128, callSeconds: 600 });
  await using server = await startServer({ folder: join(folder, 'memory'), flags: ['--plan', plan] });
  await quarantines(await administrator(server), endless, /memory/);
});

test('a recording that does not end is put aside with that reason, and the others go on', async () => {
  const plan = await planWith('little-time', { memoryMb: 1024, callSeconds: 3 });
  await using server = await startServer({ folder: join(folder, 'time'), flags: ['--plan', plan] });
  await quarantines(await administrator(server), endless, /time/);
});

test('a recording that crashes the computation is put aside with that reason, and the others go on', {
  skip: noProcesses,
}, async () => {
  await using server = await startServer({ folder: join(folder, 'crash') });
  const api = await administrator(server);
  const put = new AbortController();
  const crashing = crashOn(api, sha256(poison), server.pid, put.signal);
  await quarantines(api, poison, /ended the program/).finally(() => put.abort());
  assert.ok((await crashing) >= 3);
});

/** Stands in for bytes that crash a decoder: whenever the computation is at work on them, it dies. Gives how often. */
async function crashOn(api: Api, hash: string, pid: number, signal: AbortSignal): Promise<number> {
  let crashes = 0;
  while (!signal.aborted) {
    const { items } = await api.json<{ items: { progress: unknown; recordings: { sha256: string }[] }[] }>(
      '/sessions?state=running',
    );
    // Without progress the work has not begun, and a death then is not held against the recording.
    if (items.some(({ progress, recordings }) => progress !== null && recordings[0].sha256 === hash)) {
      kill(await computationOf({ pid }), 'SIGKILL');
      crashes += 1;
    }
    await setTimeout(20);
  }
  return crashes;
}
