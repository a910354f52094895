import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import { type Api, administrator, administratorsBrowser } from './support/api.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { runPiaffe, startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const none = { state: 'none', done: 0, total: 0 };

interface Demo {
  readonly state: 'none' | 'seeding' | 'ready' | 'removing';
  readonly done: number;
  readonly total: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Waits until at least so many rides of the demo are analysed. */
async function analysed(api: Api, rides: number): Promise<Demo> {
  for (;;) {
    const demo = await api.json<Demo>('/demo');
    if (demo.done >= rides) return demo;
    await setTimeout(100);
  }
}

async function everythingOf(api: Api) {
  const horses = await api.all<Named & { readonly demo: boolean }>('/horses');
  const events = await Promise.all(
    horses.map(async ({ id, name }) => {
      const ofHorse = await api.all<{ at: string; kind: string }>(`/horses/${id}/events`);
      return ofHorse.map(({ at, kind }) => `${name} ${at} ${kind}`);
    }),
  );
  return {
    horses,
    riders: (await api.all<Named>('/riders')).map(({ name }) => name),
    events: events.flat(),
    rides: await api.all<Session & { readonly noteCount: number }>('/sessions'),
  };
}

async function demoFinding(data: string): Promise<string> {
  const { code, stdout } = await runPiaffe(['doctor', '--json', '--port', '0', '--data', data]);
  assert.equal(code, 0, stdout);
  const { findings } = JSON.parse(stdout) as { findings: { code: string; what: string }[] };
  return findings.find((each) => each.code === 'demo')?.what ?? '';
}

test('an empty server fills with the demo stable by itself, also through kill -9, until its owner removes it for good', async (t) => {
  const data = join(folder, 'data');
  let known: Api | null = null;
  let before = 0;
  for (let kills = 0; kills < 2; kills += 1) {
    await using server = await startServer({ folder: data, demo: true });
    const api: Api = known === null ? await administrator(server) : (known as Api).at(server.url);
    known = api;
    const { state, total, done } = await analysed(api, before + 1);
    assert.equal(state, 'seeding');
    assert.ok(total > 70);
    // Other moments of a ride's way each time.
    await setTimeout(kills * 150);
    server.killAll();
    before = done;
  }
  assert.match(await demoFinding(data), /demo stable has \d+ rides so far/);

  await using server = await startServer({ folder: data, demo: true });
  const now = known!.at(server.url);
  await analysed(now, before + 2);
  const { horses, riders, events, rides } = await everythingOf(now);
  t.diagnostic(`${rides.length} rides after ${before} were analysed at the last kill`);
  assert.deepEqual(horses.map(({ name }) => name).sort(), ['Brisa', 'Luna', 'Vento']);
  assert.ok(horses.every(({ demo }) => demo));
  assert.equal(new Set(riders).size, riders.length);
  assert.ok(events.length >= 3);
  assert.equal(new Set(events).size, events.length);
  const starts = rides.map(({ horse, startedAt }) => `${horse} ${startedAt}`);
  assert.equal(new Set(starts).size, rides.length, 'no ride is there twice');
  assert.ok(rides.every(({ state }) => ['queued', 'running', 'done'].includes(state)));
  assert.equal(new Set(rides.map(({ horse }) => horse)).size, 3, 'every horse has rides early');

  const browser = await administratorsBrowser(server);
  const removal = await fetch(`${server.url}/api/v1/demo`, { method: 'DELETE', headers: browser });
  assert.equal(removal.status, 200);
  assert.deepEqual(await removal.json(), none);
  assert.deepEqual(await everythingOf(now), { horses: [], riders: [], events: [], rides: [] });
  server.kill('SIGTERM');
  assert.equal((await server.ended).code, 0);

  await using again = await startServer({ folder: data, demo: true });
  assert.deepEqual(await now.at(again.url).json('/demo'), none);
  assert.match(await demoFinding(data), /has been removed/);
});

test('with --no-demo an empty server stays empty, and whoever has used it is not surprised by a demo later', async () => {
  const data = join(folder, 'without');
  const known = await (async () => {
    await using server = await startServer({ folder: data, flags: ['--no-demo'], demo: true });
    const api = await administrator(server);
    assert.deepEqual(await api.json('/demo'), none);
    return api;
  })();
  await using server = await startServer({ folder: data, demo: true });
  const api = known.at(server.url);
  assert.deepEqual(await api.json('/demo'), none);
  assert.deepEqual((await everythingOf(api)).horses, []);
  assert.match(await demoFinding(data), /There is no demo stable/);
});
