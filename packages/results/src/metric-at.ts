import type { Quality } from '@piaffe/aggregation/contract';
import { timeMetricNames, trendMetricNames } from '@piaffe/trend/contract';

interface Told {
  readonly value: number | null;
  readonly quality: Quality;
}

const qualities = ['good', 'fair', 'poor', 'none'] as const;

/** A metric by its path; without value where the result does not have it, being older. */
export function metricAt(metrics: unknown, path: string): Told {
  const { value, quality } = (nodeAt(metrics, path) ?? {}) as Record<string, unknown>;
  const known = qualities.find((each) => each === quality) ?? 'none';
  const isThere = typeof value === 'number' && known !== 'none';
  return isThere ? { value, quality: known } : { value: null, quality: 'none' };
}

/** The first of the metrics that a trend follows that is there and whose value is neither a number nor null. */
export function metricWithoutNumber(metrics: unknown): string | null {
  const isWrong = (path: string) => {
    const node = nodeAt(metrics, path);
    if (node === undefined) return false;
    const value = typeof node === 'object' && node !== null && 'value' in node ? node.value : undefined;
    return value !== null && !Number.isFinite(value);
  };
  return [...trendMetricNames, ...timeMetricNames].find(isWrong) ?? null;
}

function nodeAt(metrics: unknown, path: string): unknown {
  let node = metrics;
  for (const key of path.split('.'))
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  return node;
}
