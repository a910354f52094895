import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Principal } from '@piaffe/auth/contract';
import { newId } from '@piaffe/storage';
import { type DemoServer, demoServer, until } from '../../testing/demo-server.fixture.ts';
import type { DemoTables } from './progress.ts';

const none = { state: 'none', done: 0, total: 0 };

/** What the small demo comes to, whatever happened on the way. */
async function isWhole(server: DemoServer, principal: Principal): Promise<void> {
  const { horses, riders, events, rides } = await server.contentOf(principal);
  assert.deepEqual(
    horses.map(({ name, demo }) => ({ name, demo })),
    [
      { name: 'Luna', demo: true },
      { name: 'Vento', demo: true },
    ],
  );
  assert.deepEqual(riders, ['Mia']);
  assert.deepEqual(events, ['Luna shoeing New shoes', 'Vento shoeing New shoes']);
  assert.deepEqual(
    rides.map(({ horse, startedAt, notes }) => ({ horse, startedAt, notes })),
    [
      { horse: 'Luna', startedAt: '2026-05-03T10:00:00.000Z', notes: ['Relaxed'] },
      { horse: 'Vento', startedAt: '2026-05-03T09:00:00.000Z', notes: ['Relaxed'] },
      { horse: 'Luna', startedAt: '2026-05-02T10:00:00.000Z', notes: ['Relaxed'] },
      { horse: 'Vento', startedAt: '2026-05-02T09:00:00.000Z', notes: ['Relaxed'] },
    ],
  );
}

test('a server that nobody has used gets a stable whose rides are analysed as any others, for whoever signs in first', async () => {
  await using server = await demoServer();
  await using demo = await server.startDemo();
  const principal = await server.signIn();
  await until(() => demo.status(principal).state === 'ready');
  assert.deepEqual(demo.status(principal), { state: 'ready', done: 4, total: 4 });
  await isWhole(server, principal);
  await until(async () => (await server.sessions.work({})).done === 4);
  const { rides } = await server.contentOf(principal);
  const result = await server.sessions.result({ principal, session: rides[0]!.id });
  assert.equal(result.context.type, 'flatwork');
  assert.ok(result.metrics.gaits.trot.time.value! > 10);
});

test('it is nothing to anybody else, who cannot remove it either', async () => {
  await using server = await demoServer();
  await using demo = await server.startDemo();
  const other: Principal = { account: newId(), role: 'administrator' };
  await demo.remove(other);
  assert.deepEqual(demo.status(other), none);
  const principal = await server.signIn();
  await until(() => demo.status(principal).state === 'ready');
  await isWhole(server, principal);
});

test('a seeding that was cut off goes on where it was, however often, and makes nothing twice', async () => {
  await using server = await demoServer();
  const principal = await (async () => {
    await using _ = await server.startDemo();
    return await server.signIn();
  })();
  for (const rides of [1, 2, 3]) {
    await using demo = await server.startDemo();
    await until(() => demo.status(principal).done >= rides);
  }
  const database = server.database.as<DemoTables>();
  for (const kind of ['horse', 'rider', 'event', 'ride'] as const) {
    // As if it had been cut off between making one and its note.
    await database.deleteFrom('demo_made').where('kind', '=', kind).execute();
    await database.updateTable('demo_stable').set({ state: 'seeding' }).execute();
    await using demo = await server.startDemo();
    await until(() => demo.status(principal).state === 'ready');
    await isWhole(server, principal);
  }
});

test('a horse or a ride that was deleted by hand does not come again', async () => {
  await using server = await demoServer();
  const principal = await (async () => {
    await using demo = await server.startDemo();
    const principal = await server.signIn();
    await until(() => demo.status(principal).done >= 1);
    return principal;
  })();
  const { horses } = await server.contentOf(principal);
  const vento = horses.find(({ name }) => name === 'Vento')!;
  await server.sessions.purge({ principal, horse: vento.id });
  await server.stable.removeHorse({ principal, horse: vento.id });
  await using demo = await server.startDemo();
  await until(() => demo.status(principal).state === 'ready');
  const { rides, horses: left } = await server.contentOf(principal);
  assert.deepEqual(
    left.map(({ name }) => name),
    ['Luna'],
  );
  assert.deepEqual(
    rides.map(({ horse }) => horse),
    ['Luna', 'Luna'],
  );
});

test('removed, it is gone for good, also in the middle of its seeding', async () => {
  for (const rides of [0, 2, 4]) {
    await using server = await demoServer();
    const principal = await (async () => {
      await using demo = await server.startDemo();
      const principal = await server.signIn();
      await until(() => demo.status(principal).done >= rides);
      await Promise.all([demo.remove(principal), demo.remove(principal)]);
      assert.deepEqual(demo.status(principal), none);
      return principal;
    })();
    const nothing = { horses: [], riders: [], events: [], rides: [] };
    assert.deepEqual(await server.contentOf(principal), nothing);
    await using again = await server.startDemo();
    assert.deepEqual(again.status(principal), none);
    assert.deepEqual(await server.contentOf(principal), nothing);
    const made = await server.database.as<DemoTables>().selectFrom('demo_made').select('id').execute();
    for await (const { sha256 } of server.blobs.list()) assert.ok(made.every(({ id }) => id !== sha256));
  }
});

test('a removal that was cut off is brought to its end at the next start, with or without a wish for a demo', async () => {
  await using server = await demoServer();
  const principal = await (async () => {
    await using demo = await server.startDemo();
    const principal = await server.signIn();
    await until(() => demo.status(principal).state === 'ready');
    return principal;
  })();
  await server.database.as<DemoTables>().updateTable('demo_stable').set({ state: 'removing' }).execute();
  await using demo = await server.startDemo({ wanted: false });
  await until(() => demo.status(principal).state === 'none');
  assert.deepEqual((await server.contentOf(principal)).horses, []);
});

test('what somebody has added to it is theirs and stays when it is removed', async () => {
  await using server = await demoServer();
  await using demo = await server.startDemo();
  const principal = await server.signIn();
  await until(() => demo.status(principal).state === 'ready');
  const { horses, rides } = await server.contentOf(principal);
  async function* bytes() {
    yield Buffer.from('t,ax,ay,az\n0,0,0,1\n');
  }
  const profile = { name: 'Quarz', breed: null, birthYear: null, massKg: null, usualMount: null };
  const own = await server.stable.addHorse({
    principal,
    profile: { ...profile, timeZone: 'UTC' },
    demo: false,
  });
  const kept = await server.sessions.keep({
    principal,
    horse: horses[0]!.id,
    blob: await server.blobs.put(bytes()),
    name: 'own.csv',
    startedAt: '2026-05-04T08:00:00Z',
    context: { type: null, surface: null, rider: null, mount: null },
  });
  const strayed = rides[0]!.id;
  await server.sessions.change({ principal, session: strayed, changes: { horse: own.id } });

  await demo.remove(principal);
  const left = await server.contentOf(principal);
  assert.deepEqual(
    left.horses.map(({ name, demo }) => ({ name, demo })),
    [
      { name: 'Luna', demo: false },
      { name: 'Quarz', demo: false },
    ],
  );
  assert.deepEqual(
    left.rides.map(({ id, horse }) => ({ id, horse })),
    [{ id: kept.session.id, horse: 'Luna' }],
  );
});

test('where it is not wanted, or somebody has been before, there is none', async () => {
  await using server = await demoServer();
  {
    await using demo = await server.startDemo({ wanted: false });
    assert.deepEqual(demo.status({ account: newId(), role: 'administrator' }), none);
  }
  const principal = await server.signIn();
  await using demo = await server.startDemo();
  assert.deepEqual(demo.status(principal), none);
  assert.deepEqual((await server.contentOf(principal)).horses, []);
});

test('when the thread that makes the rides fails, what is there stays, and the next start goes on', async () => {
  await using server = await demoServer();
  const broken = fileURLToPath(new URL('../../testing/broken-demo.fixture.ts', import.meta.url));
  const principal = await (async () => {
    await using demo = await server.startDemo({ rides: broken });
    const principal = await server.signIn();
    await until(() => demo.status(principal).state === 'ready');
    assert.equal(demo.status(principal).done, 0);
    return principal;
  })();
  await using demo = await server.startDemo();
  await until(() => demo.status(principal).done === 4);
  await isWhole(server, principal);
});
