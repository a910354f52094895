import { writeFile } from 'node:fs/promises';
import type { Plan } from '@piaffe/kernel';

const here = { shape: 'here' } as const;
const limits = { memoryMb: 256, workers: 1, callSeconds: 4 };

export interface Plugins {
  /** Files that add metrics, by the names they are to have. */
  readonly metrics: Readonly<Record<string, string>>;
  /** The file that replaces `trend`. */
  readonly trend: string;
}

/** Writes a plan with plugins, each in a process of its own; all else is in the server. Returns `file`. */
export async function writePluginPlan(file: string, { metrics, trend }: Plugins): Promise<string> {
  const plugin = (path: string, process: string) => ({ shape: 'plugin', file: path, process }) as const;
  const names = Object.keys(metrics);
  const plan: Plan = {
    name: 'with-plugins',
    modules: {
      auth: here,
      stable: here,
      sessions: here,
      gateway: here,
      aggregation: here,
      trend: plugin(trend, 'trend'),
    },
    processes: Object.fromEntries(['trend', ...names].map((name) => [name, limits])),
    extensions: Object.fromEntries(
      names.map((name) => [name, { extends: 'metric', plugin: plugin(metrics[name]!, name) }]),
    ),
  };
  await writeFile(file, JSON.stringify(plan));
  return file;
}
