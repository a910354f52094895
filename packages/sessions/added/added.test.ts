import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Failure, Unavailable } from '@piaffe/kernel';
import { missing } from '@piaffe/metric/contract';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { type ScriptedPlugin, scriptedPlugin } from '../testing/scripted-plugin.fixture.ts';
import { owner, server, settled, until, upload } from '../testing/server.fixture.ts';

/** A server whose plan has these plugins, and a rider who hands in rides. */
async function yard(t: TestContext, ...plugins: readonly ScriptedPlugin[]) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client, metrics: async () => plugins });
  const me = await owner(here);
  const { principal } = me;
  const ride = async (text: string) => {
    const { session } = await upload(here, me, text);
    await settled(here, principal, session.id);
    return { principal, session: session.id };
  };
  /** What the first plugin has added, once that is so. */
  const added = async (own: Awaited<ReturnType<typeof ride>>, state: 'measured' | 'failed') => {
    const ofPlugin = async () => (await here.sessions.added(own)).plugins[0]!;
    await until(async () => (await ofPlugin()).state === state);
    return ofPlugin();
  };
  return { here, me, ride, added, aggregation };
}

test('a result gets the metrics of each plugin behind it, rounded as described, and stays the same itself', async (t) => {
  const counting = scriptedPlugin();
  const { here, ride, added } = await yard(t, counting);
  const own = await ride('a ride');
  const result = await here.sessions.result(own);
  const { measuredAt, ...told } = await added(own, 'measured');
  assert.ok(measuredAt !== null);
  assert.deepEqual(told, {
    plugin: 'counting',
    version: '1.0.0',
    state: 'measured',
    problem: null,
    metrics: [
      {
        name: 'segments',
        title: 'Segments',
        digits: 1,
        meaning: 'How many segments the ride has.',
        metric: {
          value: result.segments.length,
          unit: '1',
          n: null,
          spread: null,
          quality: 'good',
          reason: null,
        },
      },
    ],
  });
  assert.deepEqual(await here.sessions.result(own), result);
  assert.equal(counting.asked.length, 1);
});

test('whoever follows a ride hears that its metrics were added', async (t) => {
  const counting = scriptedPlugin();
  const { promise, resolve } = Promise.withResolvers<void>();
  counting.script = () => promise;
  const { here, ride } = await yard(t, counting);
  const own = await ride('a ride');
  const { last } = await here.sessions.events({ ...own, after: null, waitSeconds: 0 });
  resolve();
  const { events } = await here.sessions.events({ ...own, after: last, waitSeconds: 20 });
  assert.deepEqual(
    events.map(({ kind, state }) => [kind, state]),
    [['state', 'done']],
  );
  assert.equal((await here.sessions.added(own)).plugins[0]?.state, 'measured');
});

test('rides from before get the metrics of a plugin that is new, the latest first, and of each new version', async (t) => {
  const { here, ride, aggregation } = await yard(t);
  const rides = [await ride('one'), await ride('two'), await ride('three')];
  const counting = scriptedPlugin();
  const isDone = async (sessions: typeof here.sessions, version: string) => {
    for (const own of rides) {
      const [plugin] = (await sessions.added(own)).plugins;
      if (plugin?.state !== 'measured' || plugin.version !== version) return false;
    }
    return true;
  };
  for (const version of ['1.0.0', '1.1.0']) {
    counting.version = version;
    await using later = here.start(undefined, undefined, async () => [counting]);
    await until(() => isDone(later, version));
  }
  const latestFirst = aggregation.asked.map(([recording]) => recording!).reverse();
  assert.deepEqual(counting.asked, [...latestFirst, ...latestFirst]);
  assert.equal(aggregation.asked.length, 3, 'nothing was analysed again');
});

test('what is analysed anew is measured anew', async (t) => {
  const counting = scriptedPlugin();
  const { here, ride, added, aggregation } = await yard(t, counting);
  const own = await ride('a ride');
  const before = await added(own, 'measured');
  aggregation.change = ({ segments }) => void segments.pop();
  await here.sessions.reprocess({});
  await until(async () => counting.asked.length === 2);
  await until(async () => (await added(own, 'measured')).measuredAt !== before.measuredAt);
  const after = await added(own, 'measured');
  assert.equal(after.metrics[0]!.metric.value, before.metrics[0]!.metric.value! - 1);
});

test('a plugin that is away costs its metrics alone, says why without naming folders, and makes up for it when it is back', async (t) => {
  const counting = scriptedPlugin();
  const other = scriptedPlugin('other');
  counting.down = 'it does not start: there is no file /srv/horses/plugins/counting.mjs';
  const { here, ride, added } = await yard(t, other, counting);
  const own = await ride('a ride');
  await added(own, 'measured');
  const [, away] = (await here.sessions.added(own)).plugins;
  assert.deepEqual(away, {
    plugin: 'counting',
    version: null,
    state: 'waiting',
    problem:
      'The plugin adds no metrics for now: it does not start: there is no file counting.mjs. They come by themselves once it can.',
    measuredAt: null,
    metrics: [],
  });
  counting.down = null;
  await until(async () => (await here.sessions.added(own)).plugins[1]?.state === 'measured');
  counting.down = 'it ended with code 1';
  const next = await ride('another ride');
  await until(async () => (await here.sessions.added(next)).plugins[1]?.problem !== null);
  const [, gone] = (await here.sessions.added(next)).plugins;
  assert.match(gone!.problem!, /it ended with code 1/);
  assert.deepEqual(gone!.metrics[0]!.metric, missing('1', gone!.problem!));
  assert.equal((await here.sessions.added(own)).plugins[1]?.problem, null, 'what it has added stays');
});

test('a ride on which a plugin fails three times is left with the reason; those behind it, and other plugins, are not', async (t) => {
  const counting = scriptedPlugin();
  const failing = faults.map(([how, , error]) => {
    const plugin = scriptedPlugin(how);
    plugin.script = () => throwing(error);
    return plugin;
  });
  const more = scriptedPlugin('more');
  more.change = ({ segments }) => ({ segments: segments!, another: segments! });
  const { ride, here } = await yard(t, counting, ...failing, more);
  const own = await ride('a ride');
  const pluginsOf = async (ride: typeof own) => (await here.sessions.added(ride)).plugins;
  await until(async () => (await pluginsOf(own)).every(({ state }) => state !== 'waiting'));
  const [well, ...others] = await pluginsOf(own);
  assert.equal(well?.state, 'measured');
  const reasons = [...faults.map(([, reason]) => reason), /a fault of its own/];
  for (const [at, { plugin, state, problem, metrics }] of others.entries()) {
    assert.equal(state, 'failed', plugin);
    assert.match(problem!, reasons[at]!);
    assert.deepEqual(metrics[0]!.metric, missing('1', problem!));
  }
  for (const plugin of [...failing, more]) {
    assert.equal(plugin.asked.length, 3, plugin.name);
    plugin.script = () => {};
    plugin.change = (metrics) => metrics;
  }
  const next = await ride('another ride');
  await until(async () => (await pluginsOf(next)).every(({ state }) => state === 'measured'));
  for (const { asked } of [...failing, more]) assert.equal(asked.length, 4);
  assert.equal((await here.sessions.session(own)).state, 'done');
});

const faults = [
  ['crashing', /: it broke down\.$/, new Unavailable('metric', 'crashed', 'it has crashed')],
  ['hanging', /: it did not end in time\.$/, new Unavailable('metric', 'slow', 'too slow')],
  ['hungry', /more memory than it may have\.$/, new Unavailable('metric', 'exhausted', 'out of memory')],
  ['throwing', /: it met a fault of its own\.$/, new TypeError('cannot read /srv/secret')],
] as const;

test('a ride of which a plugin says that it cannot be measured is not tried again', async (t) => {
  const counting = scriptedPlugin();
  counting.script = () => throwing(new Failure('not-measurable', { detail: 'there is no trot in it' }));
  const { ride, added } = await yard(t, counting);
  const { problem, metrics } = await added(await ride('a ride'), 'failed');
  assert.equal(problem, 'there is no trot in it');
  assert.deepEqual(metrics[0]!.metric, missing('1', problem));
  assert.equal(counting.asked.length, 1);
});

test('what was added goes with its result', async (t) => {
  const counting = scriptedPlugin();
  const { here, me, ride, added } = await yard(t, counting);
  await added(await ride('a ride'), 'measured');
  await here.sessions.purge({ principal: me.principal, horse: null });
  const rows = await here.store.database
    .as<{ session_added: { result: string } }>()
    .selectFrom('session_added')
    .select('result')
    .execute();
  assert.deepEqual(rows, []);
});

function throwing(error: Error): never {
  throw error;
}
