import type { HorseTrend as Trend } from '@piaffe/client';
import type { TrendMetric } from './trend-metrics.ts';

/** A metric that clearly rises or falls, and by so much that it can be seen. */
export interface Changing {
  readonly metric: TrendMetric;
  readonly direction: 'rises' | 'falls';
  /** In four weeks, in the unit of the server. */
  readonly amount: number;
}

/** What rider and day decide, not the horse, is not told as a change of the horse. */
const decidedByPeople: ReadonlySet<TrendMetric> = new Set([
  'transitions.count',
  'jumps.count',
  'load.gaitMinutes',
  'position.distance',
  'position.gaits.walk.speed',
  'position.gaits.trot.speed',
  'position.gaits.canter.speed',
] as const);

/** With so many metrics at once one in a hundred is clear by chance alone. */
const clearBelow = 0.01;
/** Of half the width of the horse's own band: less is clear only to a statistician. */
const visibleShare = 0.5;

/** What changes over the time that is shown, the clearest first. */
export function changing({ sessions, metrics }: Pick<Trend, 'sessions' | 'metrics'>): readonly Changing[] {
  const [first, last] = [sessions[0], sessions.at(-1)];
  const weeks = first && last ? (Date.parse(last.at) - Date.parse(first.at)) / (7 * 86_400_000) : 0;
  return metrics
    .flatMap(({ metric, slope: { perWeek, p }, baselines }) => {
      if (decidedByPeople.has(metric) || perWeek === null || p === null || p >= clearBelow) return [];
      const usual = baselines.toSorted((a, b) => b.n - a.n)[0];
      if (!usual || usual.low === null || usual.high === null) return [];
      const share = Math.abs(perWeek * weeks) / ((usual.high - usual.low) / 2);
      if (share < visibleShare) return [];
      return [
        { metric, direction: perWeek > 0 ? ('rises' as const) : ('falls' as const), amount: perWeek * 4, p },
      ];
    })
    .toSorted((a, b) => a.p - b.p);
}
