import { bind, type Input, Unavailable } from '@piaffe/kernel';
import { type AddedMetrics, measured, metricContract } from '@piaffe/metric/contract';
import type { Plugin } from '../added/plugin.ts';

/** A plugin that counts the segments of a ride, and does what the test makes of it. */
export interface ScriptedPlugin extends Plugin {
  version: string;
  /** What measuring does before it is answered; `ride` counts from 1. */
  script: (ride: number, input: Input<typeof metricContract, 'measure'>) => Promise<void> | void;
  /** Changes what is answered. */
  change: (metrics: AddedMetrics) => AddedMetrics;
  /** Why it is down; null while it is up. */
  down: string | null;
  /** The recordings it was asked for, in order. */
  readonly asked: string[];
}

export function scriptedPlugin(name = 'counting'): ScriptedPlugin {
  const asked: string[] = [];
  const here = () => {
    if (it.down !== null) throw new Unavailable('metric', 'down', 'metric is not there', { retryAfter: 0.1 });
  };
  const it: ScriptedPlugin = {
    name,
    version: '1.0.0',
    script() {},
    change: (metrics) => metrics,
    down: null,
    asked,
    client: bind(metricContract, {
      async describe() {
        here();
        return { version: it.version, metrics: [segments] };
      },
      async measure(input) {
        here();
        asked.push(input.result.recording.sha256);
        await it.script(asked.length, input);
        return { metrics: it.change({ segments: measured(input.result.segments.length + 0.04, '1') }) };
      },
    }),
    status: () => ({
      module: name,
      shape: 'plugin',
      process: name,
      state: it.down === null ? 'up' : 'down',
      since: '2026-05-01T10:00:00.000Z',
      restarts: 0,
      lastProblem: it.down,
      pid: null,
      endpoints: [],
    }),
  };
  return it;
}

const segments = {
  name: 'segments',
  title: 'Segments',
  unit: '1',
  digits: 1,
  meaning: 'How many segments the ride has.',
};
