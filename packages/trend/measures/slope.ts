import type { Unit } from '@piaffe/aggregation/contract';
import type { Slope } from '../schemas/trend.ts';
import { mannKendall } from './mann-kendall.ts';
import { parameters } from './parameters.ts';
import { rounded, roundingIn } from './rounded.ts';
import { SlopeSelection } from './select-slopes.ts';
import { varianceInflation } from './serial-correlation.ts';
import { seriesOf } from './slope-order.ts';
import { medianSlope, slopeInterval } from './theil-sen.ts';

/** Values of one comparable group over time, in weeks. */
export interface Course {
  readonly weeks: readonly number[];
  readonly values: readonly number[];
}

/** How a metric rises or falls per week within the groups that have enough sessions; only comparable sessions are compared. */
export function slopeOf(courses: readonly Course[], unit: Unit): Slope {
  const enough = courses.filter(({ values }) => values.length >= parameters.atLeast);
  const n = enough.reduce((sum, { values }) => sum + values.length, 0);
  if (n === 0) {
    const most = Math.max(0, ...courses.map(({ values }) => values.length));
    return none(most, `needs ${parameters.atLeast} comparable sessions, there are ${most}`);
  }
  const series = enough.map(({ weeks, values }) => seriesOf(weeks, values));
  const slopes = new SlopeSelection(series);
  const slope = medianSlope(slopes);
  if (slope === null) return none(n, 'all sessions were at the same time');
  const kendall = mannKendall(
    series,
    series.map((each) => varianceInflation(each, slope)),
  );
  const [low, high] = slopeInterval(slopes, kendall.variance);
  const round = roundingIn(unit, 2);
  return {
    perWeek: round(slope),
    low: round(low),
    high: round(high),
    p: rounded(kendall.p, 4),
    tau: rounded(kendall.tau, 4),
    n,
    reason: null,
  };
}

function none(n: number, reason: string): Slope {
  return { perWeek: null, low: null, high: null, p: null, tau: null, n, reason };
}
