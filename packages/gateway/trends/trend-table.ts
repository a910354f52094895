import type { Table, TableColumn } from '@piaffe/series';
import type { MetricTrend, Trend } from '@piaffe/trend/contract';

/**
 * What is shown of a track record, a row for each ride: when, what makes it comparable, then each metric with its quality
 * and what was usual before. Riders by name, where `riderNames` has them.
 */
export function trendTable(
  { sessions, groups, metrics }: Trend,
  riderNames: ReadonlyMap<string, string>,
): Table {
  const ofGroup = (name: 'algorithm' | 'type' | 'surface' | 'rider' | 'mount'): TableColumn => ({
    name,
    unit: null,
    values: sessions.map(({ group }) => shown(name, groups[group]?.[name] ?? null)),
  });
  const shown = (name: string, value: string | null) =>
    name === 'rider' && value !== null ? (riderNames.get(value) ?? value) : value;
  return [
    { name: 'session', unit: null, values: sessions.map(({ id }) => id) },
    { name: 'at', unit: null, values: sessions.map(({ at }) => at) },
    ...(['type', 'surface', 'rider', 'mount', 'algorithm'] as const).map(ofGroup),
    ...metrics.flatMap(ofMetric),
  ];
}

function ofMetric({ metric, unit, points }: MetricTrend): readonly TableColumn[] {
  return [
    { name: metric, unit, values: points.value },
    { name: `${metric} quality`, unit: null, values: points.quality },
    { name: `${metric} usual low`, unit, values: points.low },
    { name: `${metric} usual high`, unit, values: points.high },
  ];
}
