import type { Needs } from '../needs.ts';
import type { Shared } from '../shared.ts';
import { PluginMetrics } from './plugin-metrics.ts';

export interface Adding extends AsyncDisposable {
  readonly plugins: readonly PluginMetrics[];
  /** There are other results than before. */
  look(): void;
}

/** Has every plugin there is add its metrics to all results, each for itself, until it is disposed of. */
export function startAdding(shared: Shared, metrics: Needs['metrics']): Adding {
  const stopping = new AbortController();
  const plugins: PluginMetrics[] = [];
  // They are known only once all modules are, this one among them.
  void metrics?.().then((found) => {
    if (stopping.signal.aborted) return;
    for (const plugin of found) plugins.push(new PluginMetrics(shared, plugin, stopping.signal));
  });
  return {
    plugins,
    look() {
      for (const plugin of plugins) plugin.look();
    },
    async [Symbol.asyncDispose]() {
      stopping.abort(new Error('the server is ending'));
      await Promise.all(plugins.map(({ ended }) => ended));
    },
  };
}
