import type { Metric } from '@piaffe/client';
import { words } from './words.ts';

/** With more strides than this, no number is less certain for being one of a few. */
const fewStrides = 30;

const order = ['good', 'fair', 'poor', 'none'] as const;

/** The least of several qualities: what is concluded from several numbers is no better than the worst of them. */
export function leastQuality(metrics: readonly Pick<Metric, 'quality'>[]): Metric['quality'] {
  return order[Math.max(0, ...metrics.map(({ quality }) => order.indexOf(quality)))] ?? 'none';
}

/** Why a number that is there is less certain; null when nothing is known against it. */
export function doubtOf({ value, quality, reason, n }: Metric): string | null {
  if (value === null) return null;
  if (reason !== null) return reason;
  const isFew = quality !== 'good' && n !== null && n < fewStrides;
  return isFew ? words.onlyStrides(n) : null;
}
