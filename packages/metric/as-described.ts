import type { AddedMetric, AddedMetrics, MetricDescription } from './added-metric.ts';

/** Metrics with their values rounded as described. Throws an Error that says which of them is not as the plugin describes it. */
export function asDescribed(described: readonly MetricDescription[], metrics: AddedMetrics): AddedMetrics {
  const unknown = Object.keys(metrics).find((name) => !described.some((each) => each.name === name));
  if (unknown !== undefined) throw new Error(`it gives ${unknown}, which it does not describe`);
  return Object.fromEntries(described.map((each) => [each.name, rounded(each, metrics[each.name])]));
}

function rounded({ name, unit, digits }: MetricDescription, metric: AddedMetric | undefined): AddedMetric {
  if (metric === undefined) throw new Error(`it does not give ${name}, which it describes`);
  if (metric.unit !== unit) throw new Error(`it gives ${name} in ${metric.unit} and describes it in ${unit}`);
  const isThere = metric.value !== null;
  if (isThere !== (metric.quality !== 'none'))
    throw new Error(`${name} has a value exactly when its quality is none`);
  if (!isThere && metric.reason === null) throw new Error(`${name} has no value and no reason`);
  return { ...metric, value: toDigits(metric.value, digits), spread: toDigits(metric.spread, digits) };
}

function toDigits(value: number | null, digits: number): number | null {
  return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits + 0;
}
