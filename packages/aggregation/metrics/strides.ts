import { mean } from '@piaffe/signal';
import type { Metric } from '../schemas/session-result.ts';
import type { SegmentStrides } from '../strides/strides.ts';
import { measured, missing } from './metric.ts';

/** Number of strides: time of each segment over its mean stride duration, so that cut strides at its ends count in part. */
export function strideCount(segments: readonly SegmentStrides[]): Metric {
  const found = segments.filter((segment) => segment.strides.length > 0);
  const n = found.reduce((sum, segment) => sum + segment.strides.length, 0);
  if (n === 0) return missing('1', 'no whole stride in this gait', 0);
  const count = found.reduce(
    (sum, segment) =>
      sum + (segment.to - segment.from) / mean(segment.strides.map((stride) => stride.to - stride.from)),
    0,
  );
  return measured(Math.round(count), '1', { n });
}
