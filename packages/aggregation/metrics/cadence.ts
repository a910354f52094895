import { robustStandardDeviation } from '@piaffe/signal';
import type { Metric } from '../schemas/session-result.ts';
import type { SegmentStrides } from '../strides/strides.ts';
import { measured, missing } from './metric.ts';

const strides = { fair: 5, good: 10 } as const;

/** Strides per minute: strides found, divided by the time they took. Spread: over single strides. */
export function cadence(segments: readonly SegmentStrides[]): Metric {
  const durations = segments.flatMap((segment) => segment.strides.map((stride) => stride.to - stride.from));
  const n = durations.length;
  if (n < 2) return missing('1/min', 'no two whole strides in this gait', n);
  const seconds = durations.reduce((sum, duration) => sum + duration, 0);
  return measured((60 * n) / seconds, '1/min', {
    n,
    spread: robustStandardDeviation(durations.map((duration) => 60 / duration)),
    quality: n >= strides.good ? 'good' : n >= strides.fair ? 'fair' : 'poor',
  });
}
