import type { MetricTrend, HorseTrend as Trend } from '@piaffe/client';
import { shownValue } from '../trend-metrics.ts';

/** One session on a chart: where it lies, and what was usual before it, in the unit that is shown. */
export interface Point {
  readonly index: number;
  readonly id: string;
  /** s since 1970, as the axis has it. */
  readonly at: number;
  readonly value: number;
  readonly quality: MetricTrend['points']['quality'][number];
  readonly low: number | null;
  readonly high: number | null;
  readonly outOfRange: 'higher' | 'lower' | null;
  /** Which comparable sessions it belongs to. */
  readonly group: number;
}

/** The sessions that have a value, in order of time. */
export function pointsOf(
  { sessions }: Pick<Trend, 'sessions'>,
  { metric, points }: MetricTrend,
): readonly Point[] {
  const inUnit = (value: number | null | undefined) => (value == null ? null : shownValue(metric, value));
  return sessions.flatMap(({ id, at, group }, index) => {
    const value = inUnit(points.value[index]);
    if (value === null) return [];
    return [
      {
        index,
        id,
        at: Date.parse(at) / 1000,
        value,
        quality: points.quality[index] ?? 'none',
        low: inUnit(points.low[index]),
        high: inUnit(points.high[index]),
        outOfRange: points.outOfRange[index] ?? null,
        group,
      },
    ];
  });
}

/** Those of the comparable sessions there are most of that tell what was usual: their band can be drawn as one. */
export function bandOf(points: readonly Point[]): readonly Point[] {
  const told = points.filter(({ low, high }) => low !== null && high !== null);
  const groups = Map.groupBy(told, ({ group }) => group);
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

/** The point nearest in time; null where there is none. */
export function nearestPoint(points: readonly Point[], at: number): Point | null {
  let nearest: Point | null = null;
  for (const point of points)
    if (nearest === null || Math.abs(point.at - at) < Math.abs(nearest.at - at)) nearest = point;
  return nearest;
}

/** The same for all charts of the page: from the first session that is shown to now, with room for a dot. */
export function timeSpan(trend: Pick<Trend, 'sessions'>, from: string | undefined, now: Date) {
  const first = trend.sessions[0]?.at;
  const to = now.getTime() / 1000;
  const starts = [from, first]
    .filter((start) => start !== undefined)
    .map((start) => Date.parse(start) / 1000);
  const begin = starts.length === 0 ? to - 84 * 86_400 : Math.max(...starts);
  const room = Math.max(86_400, (to - begin) * 0.02);
  return { from: begin - room, to: to + room };
}
