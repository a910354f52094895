import { median, robustStandardDeviation } from '@piaffe/signal';
import type { Metric } from '../schemas/session-result.ts';
import type { SegmentStrides } from '../strides/strides.ts';
import { measured, missing } from './metric.ts';

const steadyStrides = 10;
/** Variation of the stride duration at which the score has fallen to 10/e. */
const scale = 0.12;

/**
 * Steadiness of the cadence, 0-10: 10 exp(-v / 0.12), v the robust coefficient of variation (1.4826 MAD / median) of the
 * stride durations within a segment of 10 strides or more, averaged over such segments by their strides.
 */
export function regularity(segments: readonly SegmentStrides[]): Metric {
  const steady = segments.filter((segment) => segment.strides.length >= steadyStrides);
  const n = steady.reduce((sum, segment) => sum + segment.strides.length, 0);
  if (n === 0) return missing('1', `needs ${steadyStrides} strides in a row`, 0);
  const variations = steady.map((segment) => {
    const durations = segment.strides.map((stride) => stride.to - stride.from);
    return {
      variation: robustStandardDeviation(durations) / median(durations),
      weight: durations.length / n,
    };
  });
  const variation = variations.reduce((sum, each) => sum + each.variation * each.weight, 0);
  return measured(10 * Math.exp(-variation / scale), '1', { n, quality: n >= 30 ? 'good' : 'fair' });
}
