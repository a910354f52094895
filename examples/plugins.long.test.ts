import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Added, PluginAdded } from '@piaffe/sessions/contract';
import { type Api, administrator } from '../acceptance/support/api.fixture.ts';
import { noProcesses } from '../acceptance/support/processes.fixture.ts';
import { shortRides } from '../acceptance/support/rides.fixture.ts';
import { scratchFolder } from '../acceptance/support/scratch-folder.fixture.ts';
import { type Server, startServer } from '../acceptance/support/server.fixture.ts';
import {
  misbehaviours,
  pluginOfAnotherContract,
  pluginThatDoesNotLoad,
  spoiltPlugin,
} from './testing/broken-plugin.fixture.ts';
import { buildExample } from './testing/build-plugin.fixture.ts';
import { type Plugins, writePluginPlan } from './testing/plugin-plan.fixture.ts';

const folder = await scratchFolder();
const at = (name: string) => join(folder, name);
const rides = shortRides();

/** What a server tells of its parts to whoever runs it. */
interface Ready {
  readonly parts: readonly {
    readonly name: string;
    readonly state: string;
    readonly detail: string | null;
    readonly verdict: string | null;
  }[];
}

interface Trend {
  readonly algorithm: { readonly name: string; readonly parameters: { readonly inARow: number } };
}

describe('plugins', { skip: noProcesses }, () => {
  let warmUp: string;
  let earlierTrend: string;
  before(async () => {
    warmUp = await buildExample('metric-plugin', at('warm-up.plugin.mjs'));
    earlierTrend = await buildExample('trend-plugin', at('earlier-trend.plugin.mjs'));
  });

  describe('that load', () => {
    const metricMode = at('metric-mode');
    const trendMode = at('trend-mode');
    let server: Server;
    let api: Api;
    let horse: string;
    let ride: string;

    before(async () => {
      await writeFile(metricMode, '');
      await writeFile(trendMode, '');
      server = await startWith('loading', {
        metrics: { 'warm-up': await spoiltPlugin(warmUp, 'measure', metricMode, at('warm-up.mjs')) },
        trend: await spoiltPlugin(earlierTrend, 'trend', trendMode, at('trend.mjs')),
      });
      api = await administrator(server);
      horse = await api.addHorse('Luna');
      ride = await analysedRide(api, horse, 1);
    });
    after(() => server?.[Symbol.asyncDispose]());

    test('a ride gets the metrics of a plugin, in its words and digits', async () => {
      const { version, problem, metrics } = await added(api, ride, ({ state }) => state === 'measured');
      assert.deepEqual([version, problem], ['1.0.0', null]);
      const walked = metrics.find(({ name }) => name === 'warmUp')!;
      assert.deepEqual([walked.title, walked.metric.unit, walked.digits], ['Walk before work', 'min', 1]);
      assert.equal(walked.metric.value, 0.7, 'of 40 s');
      const drift = metrics.find(({ name }) => name === 'trotDrift')!;
      assert.deepEqual([drift.metric.value, drift.metric.reason], [null, 'less than three minutes of trot']);
    });

    test('a plugin that crashes, hangs or eats memory on a ride costs its metrics of that ride, with the reason', async () => {
      const reasons = [/it broke down/, /did not end in time/, /more memory|broke down/];
      for (const [number, [how, code]] of Object.entries(misbehaviours).entries()) {
        await writeFile(metricMode, code);
        const spoilt = await analysedRide(api, horse, 2 + number);
        const { problem, metrics } = await added(api, spoilt, ({ state }) => state === 'failed');
        assert.match(problem!, reasons[number]!, how);
        assert.equal(metrics.length, 3);
        for (const { metric } of metrics) assert.deepEqual([metric.value, metric.reason], [null, problem]);
        assert.equal((await api.fetch(`/sessions/${spoilt}/result`)).status, 200, how);
      }
      await writeFile(metricMode, '');
      await added(api, await analysedRide(api, horse, 5), ({ state }) => state === 'measured');
    });

    test('the trend is told by the rules of the plugin that replaces it', async () => {
      const { algorithm } = await api.json<Trend>(`/horses/${horse}/trends`);
      assert.deepEqual([algorithm.name, algorithm.parameters.inARow], ['earlier-trend', 2]);
    });

    test('while that crashes, hangs or eats memory, there are no trends but all else, and they come back by themselves', async () => {
      for (const [number, [how, code]] of Object.entries(misbehaviours).entries()) {
        const another = await api.addHorse('Quarz');
        await analysedRide(api, another, 6 + number);
        await writeFile(trendMode, code);
        const answer = await api.fetch(`/horses/${another}/trends`);
        assert.equal(answer.status, how === 'hangs' ? 504 : 503, how);
        const { detail } = (await answer.json()) as { readonly detail: string };
        assert.notEqual(detail, '', how);
        assert.equal((await api.fetch(`/sessions/${ride}/result`)).status, 200, how);
        assert.equal((await added(api, ride, () => true)).state, 'measured', how);
        await writeFile(trendMode, '');
        while ((await api.fetch(`/horses/${another}/trends`)).status !== 200) await setTimeout(100);
      }
    });
  });

  const spoiling = {
    'does not load': [pluginThatDoesNotLoad, /its sensor is missing/],
    'honours another contract': [
      pluginOfAnotherContract,
      /1\.0\.0, the provider \S+ 9\.0\.0.*weather.*consumer that has to move/,
    ],
  } as const;

  for (const [how, [spoil, reason]] of Object.entries(spoiling)) {
    test(`a plugin that ${how} costs what it adds or replaces, with the reason there and for whoever runs it`, async () => {
      await mkdir(at(how));
      await using server = await startWith(how, {
        metrics: { 'warm-up': await spoil(warmUp, 'measure', join(at(how), 'warm-up.mjs')) },
        trend: await spoil(earlierTrend, 'trend', join(at(how), 'trend.mjs')),
      });
      const api = await administrator(server);
      const horse = await api.addHorse('Luna');
      const ride = await analysedRide(api, horse, 1);
      const { state, problem, metrics } = await added(api, ride, (now) => reason.test(now.problem ?? ''));
      assert.deepEqual([state, metrics], ['waiting', []]);
      assert.ok(!problem!.includes(folder), problem!);
      assert.equal((await api.fetch(`/horses/${horse}/trends`)).status, 503);
      const { parts } = (await (await fetch(`${server.url}/health/ready`)).json()) as Ready;
      for (const name of ['warm-up', 'trend']) {
        const { detail, verdict } = parts.find((part) => part.name === name)!;
        assert.match(`${verdict} ${detail}`, reason, name);
      }
    });
  }
});

async function startWith(name: string, plugins: Plugins): Promise<Server> {
  const plan = await writePluginPlan(at(`${name}.json`), plugins);
  return startServer({ folder: at(`${name}-data`), flags: ['--plan', plan] });
}

async function analysedRide(api: Api, horse: string, number: number): Promise<string> {
  const startedAt = `2026-05-${String(number).padStart(2, '0')}T10:00:00.000Z`;
  const { session } = await api.upload(horse, rides.ride(number), `&startedAt=${startedAt}`);
  assert.equal((await api.settled(session.id)).state, 'done');
  return session.id;
}

/** What the only plugin that adds metrics has added to a ride, once that holds. */
async function added(api: Api, ride: string, holds: (now: PluginAdded) => boolean): Promise<PluginAdded> {
  for (;;) {
    const { plugins } = await api.json<Added>(`/sessions/${ride}/added`);
    const [now] = plugins;
    if (now !== undefined && holds(now)) return now;
    await setTimeout(100);
  }
}
