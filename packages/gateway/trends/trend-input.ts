import type { Numbers } from '@piaffe/sessions/contract';
import {
  type TimeMetric,
  type TrendInput,
  type TrendMetric,
  timeMetricNames,
  trendMetricNames,
} from '@piaffe/trend/contract';

/** What has to be known of sessions for these metrics; load and the use of the reins need their times whatever is asked. */
export function columnsAsked(metrics: readonly TrendMetric[]): string[] {
  return [...metrics, ...timeMetricNames];
}

/** Numbers of sessions, as trends take them. */
export function trendInput({ sessions, columns }: Pick<Numbers, 'sessions' | 'columns'>) {
  return {
    sessions,
    metrics: columns.filter(isMetric),
    times: columns.filter(isTime).map(({ name, values }) => ({ name, values })),
  } satisfies Partial<TrendInput>;
}

type Column = Numbers['columns'][number];

const metricNames: ReadonlySet<string> = new Set(trendMetricNames);
const timeNames: ReadonlySet<string> = new Set(timeMetricNames);
const isMetric = (column: Column): column is Column & { name: TrendMetric } => metricNames.has(column.name);
const isTime = (column: Column): column is Column & { name: TimeMetric } => timeNames.has(column.name);
