import assert from 'node:assert/strict';
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Api, administrator } from './support/api.fixture.ts';
import { computationOf, kill, noProcesses } from './support/processes.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { rounds } from './support/rounds.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const rides = shortRides();

test('riders read on while the computation is killed and stopped, and the analysis arrives by itself', {
  skip: noProcesses,
}, async (t) => {
  const { count } = rounds({ short: 2 });
  await using server = await startServer({ folder: join(folder, 'down') });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const known = await api.settled((await api.upload(horse, rides.ride(0))).session.id);
  assert.equal(known.state, 'done', known.reason ?? '');

  const reader = readOn(api, known.id);
  for (let round = 0; round < count; round += 1) {
    for (const [n, signal] of (['SIGKILL', 'SIGSTOP'] as const).entries()) {
      kill(await computationOf(server), signal);
      const { session } = await api.upload(horse, rides.ride(1 + 2 * round + n));
      const settled = await api.settled(session.id);
      assert.equal(settled.state, 'done', settled.reason ?? '');
    }
  }
  const { reads, failures } = await reader.stop();
  t.diagnostic(`${2 * count} times down, ${reads} reads`);
  assert.ok(reads > 0);
  assert.deepEqual(failures, []);
});

test('the computation has no database open', { skip: noProcesses }, async () => {
  await using server = await startServer({ folder: join(folder, 'apart') });
  const openIn = (pid: number) =>
    readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return '';
      }
    });
  const isDatabase = (path: string) => path.endsWith('piaffe.db');
  const api = await administrator(server);
  const { session } = await api.upload(await api.addHorse('Luna'), rides.ride(0));
  assert.equal((await api.settled(session.id)).state, 'done');
  assert.ok(openIn(server.pid).some(isDatabase));
  assert.ok(!openIn(await computationOf(server)).some(isDatabase));
});

/** Opens what a rider opens, again and again. */
function readOn(api: Api, session: string) {
  const paths = [
    `/sessions/${session}`,
    `/sessions/${session}/result`,
    `/sessions/${session}/series`,
    '/sessions',
    '/horses',
  ];
  const failures: string[] = [];
  let reads = 0;
  let stopped = false;
  const done = (async () => {
    while (!stopped) {
      for (const path of paths) {
        reads += 1;
        await api.json(path).catch((error) => failures.push(String(error)));
        await setTimeout(10);
      }
    }
  })();
  return {
    async stop() {
      stopped = true;
      await done;
      return { reads, failures };
    },
  };
}
