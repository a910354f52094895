import { isTrendMetric, type TrendMetric, trendMetricNames } from './trend-metrics.ts';

export const periods = ['12w', '6m', '1y', 'all'] as const;
export type Period = (typeof periods)[number];

/** What of a horse's track record is shown. It stands in the address, so that it can be sent to somebody. */
export interface Filters {
  readonly metric: TrendMetric;
  readonly period: Period;
  readonly type: string | null;
  readonly surface: string | null;
  readonly rider: string | null;
}

const usualPeriod: Period = '6m';
const days = { '12w': 84, '6m': 183, '1y': 366 } as const;

export function filtersOf(query: URLSearchParams): Filters {
  const metric = query.get('metric') ?? '';
  const period = query.get('period') ?? '';
  return {
    metric: isTrendMetric(metric) ? metric : trendMetricNames[0]!,
    period: periods.find((one) => one === period) ?? usualPeriod,
    type: query.get('type'),
    surface: query.get('surface'),
    rider: query.get('rider'),
  };
}

/** What is as usual is left out. */
export function queryOf({ metric, period, ...of }: Filters): URLSearchParams {
  const query = new URLSearchParams();
  if (metric !== trendMetricNames[0]) query.set('metric', metric);
  if (period !== usualPeriod) query.set('period', period);
  for (const [name, value] of Object.entries(of)) if (value !== null) query.set(name, value);
  return query;
}

/** What the server is asked for. The metric is left out: all of them are shown, small. */
export function asked({ period, type, surface, rider }: Filters, now: Date) {
  const from = period === 'all' ? null : new Date(now.getTime() - days[period] * 86_400_000);
  from?.setUTCHours(0, 0, 0, 0);
  return {
    ...(from && { from: from.toISOString() }),
    ...(type !== null && { type }),
    ...(surface !== null && { surface }),
    ...(rider !== null && { rider }),
  };
}
