import { mean, median, robustStandardDeviation } from '@piaffe/signal';
import type { Metric } from '../schemas/session-result.ts';
import type { SegmentStrides } from '../strides/strides.ts';
import { measured, missing } from './metric.ts';

const strides = { fair: 5, good: 10 } as const;
/** A stride that lasts this much longer or shorter than the median one was cut or doubled by a change of gait. */
const outlier = 0.25;

/**
 * Strides per minute: 60 over the mean duration of the strides found, those more than a quarter off the median left out.
 * Spread: over single strides.
 */
export function cadence(segments: readonly SegmentStrides[]): Metric {
  const all = segments.flatMap((segment) => segment.strides.map((stride) => stride.to - stride.from));
  if (all.length < 2) return missing('1/min', 'no two whole strides in this gait', all.length);
  const typical = median(all);
  const durations = all.filter((duration) => Math.abs(duration / typical - 1) <= outlier);
  const n = durations.length;
  return measured(60 / mean(durations), '1/min', {
    n,
    spread: robustStandardDeviation(durations.map((duration) => 60 / duration)),
    quality: n >= strides.good ? 'good' : n >= strides.fair ? 'fair' : 'poor',
  });
}
