import type { Quality } from '@piaffe/aggregation/contract';
import { type TrendMetric, trendMetrics } from '../schemas/metric-names.ts';
import type { Baseline, Change, MetricTrend, OutOfRange } from '../schemas/trend.ts';
import { lastingChanges } from './changes.ts';
import { judgements } from './judgements.ts';
import { parameters } from './parameters.ts';
import { rollingMedian } from './rolling-median.ts';
import { rounded, roundingIn } from './rounded.ts';
import { runsOf } from './runs.ts';
import { type Course, slopeOf } from './slope.ts';
import { Usual } from './usual.ts';

/** A session as metrics are followed over it. */
export interface SessionInTime {
  readonly id: string;
  readonly startedAt: string;
  /** Since the first of all. */
  readonly week: number;
  readonly group: number;
}

export interface MetricFollowed {
  readonly trend: MetricTrend;
  readonly outOfRange: readonly OutOfRange[];
}

/**
 * One metric over the sessions, which are in order of time. Only sessions of one group are compared. A poor value is kept as
 * a point; nothing is judged or computed by it.
 */
export function metricTrend(
  metric: TrendMetric,
  sessions: readonly SessionInTime[],
  values: readonly (number | null)[],
  qualities: readonly Quality[],
): MetricFollowed {
  const unit = trendMetrics[metric];
  const judgement = judgements[metric];
  const round = roundingIn(unit);
  const empty = () => new Array<number | null>(sessions.length).fill(null);
  const points = {
    value: values.map((value) => (value === null ? null : round(value))),
    quality: [...qualities],
    rollingMedian: empty(),
    low: empty(),
    high: empty(),
    z: empty(),
    outOfRange: new Array<'higher' | 'lower' | null>(sessions.length).fill(null),
  };
  const baselines: Baseline[] = [];
  const courses: Course[] = [];
  const changes: (Change & { readonly index: number })[] = [];
  const outOfRange: OutOfRange[] = [];

  for (const [group, indices] of usableByGroup(sessions, values, qualities)) {
    const course = indices.map((index) => values[index]!);
    courses.push({ weeks: indices.map((index) => sessions[index].week), values: course });
    rollingMedian(course).forEach((median, k) => {
      points.rollingMedian[indices[k]] = median === null ? null : round(median);
    });

    const usual = new Usual(judgement);
    const judged = course.map((value) => usual.judge(value));
    judged.forEach(({ band, direction }, k) => {
      if (band === null) return;
      const index = indices[k];
      points.low[index] = round(band.low);
      points.high[index] = round(band.high);
      points.z[index] = rounded((course[k] - band.median) / band.deviation, 2);
      points.outOfRange[index] = direction;
    });
    for (const { members, ...run } of runsOf(judged, judgement.worry)) {
      const ids = members.map((k) => sessions[indices[k]].id);
      outOfRange.push({ metric, group, ...run, sessions: ids, inARow: ids.length });
    }
    baselines.push(baselineOf(group, usual, round));

    for (const { at, before, after } of lastingChanges(course, judgement.floor)) {
      const index = indices[at];
      const { id, startedAt } = sessions[index];
      changes.push({ session: id, at: startedAt, before: round(before), after: round(after), index });
    }
  }
  return {
    trend: {
      metric,
      unit,
      points,
      baselines: baselines.sort((a, b) => a.group - b.group),
      slope: slopeOf(courses, unit),
      changes: changes.sort((a, b) => a.index - b.index).map(({ index: _, ...change }) => change),
    },
    outOfRange,
  };
}

/** By group the indices of the sessions whose value counts. */
function usableByGroup(
  sessions: readonly SessionInTime[],
  values: readonly (number | null)[],
  qualities: readonly Quality[],
): Map<number, number[]> {
  const byGroup = new Map<number, number[]>();
  sessions.forEach(({ group }, index) => {
    if (values[index] === null || qualities[index] === 'poor' || qualities[index] === 'none') return;
    const indices = byGroup.get(group);
    if (indices === undefined) byGroup.set(group, [index]);
    else indices.push(index);
  });
  return byGroup;
}

function baselineOf(group: number, usual: Usual, round: (value: number) => number): Baseline {
  const band = usual.band();
  if (band === null) {
    const reason = `needs ${parameters.atLeast} comparable sessions, there are ${usual.n}`;
    return { group, n: usual.n, median: null, low: null, high: null, reason };
  }
  const { n, median, low, high } = band;
  return { group, n, median: round(median), low: round(low), high: round(high), reason: null };
}
