import type { Trial } from '../contract.ts';
import type { Numbers } from './numbers.ts';

interface Difference {
  readonly changes: number[];
  appeared: number;
  vanished: number;
}

/** How the numbers of results differ from those of the same rides computed anew. */
export class Comparison {
  readonly #differences = new Map<string, Difference>();
  #same = 0;

  add(before: Numbers, now: Numbers): void {
    let same = true;
    for (const metric of new Set([...Object.keys(before), ...Object.keys(now)])) {
      const [[was], [is]] = [before[metric] ?? [null], now[metric] ?? [null]];
      if (was === is) continue;
      same = false;
      const difference = this.#of(metric);
      if (was === null) difference.appeared++;
      else if (is === null) difference.vanished++;
      else difference.changes.push(rounded(is - was));
    }
    if (same) this.#same++;
  }

  /** The metrics that differ in most rides first. */
  told(): Pick<Trial, 'same' | 'differences'> {
    const differences = [...this.#differences].map(([metric, { changes, appeared, vanished }]) => ({
      metric,
      sessions: changes.length + appeared + vanished,
      median: median(changes),
      largest: changes.reduce<number | null>(
        (largest, change) => (largest === null || Math.abs(change) > Math.abs(largest) ? change : largest),
        null,
      ),
      appeared,
      vanished,
    }));
    differences.sort((a, b) => b.sessions - a.sessions || (a.metric < b.metric ? -1 : 1));
    return { same: this.#same, differences };
  }

  #of(metric: string): Difference {
    const found = this.#differences.get(metric) ?? { changes: [], appeared: 0, vanished: 0 };
    this.#differences.set(metric, found);
    return found;
  }
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : rounded((low + high) / 2);
}

/** No metric has more digits; what is beyond is the noise of subtracting. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
