import type { Metric, SessionResult } from '@piaffe/client';
import type { TrendMetric } from '../trends/trend-metrics.ts';

/** A metric of a ride by the name that trends have for it: `gaits.trot.cadence`. */
export function metricAt(metrics: SessionResult['metrics'], name: TrendMetric): Metric {
  const found = name
    .split('.')
    .reduce<unknown>((part, step) => (part as Readonly<Record<string, unknown>>)[step], metrics);
  return found as Metric;
}
