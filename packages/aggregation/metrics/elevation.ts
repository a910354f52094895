import { mean, robustStandardDeviation } from '@piaffe/signal';
import { clippedShare, type Motion } from '../motion/motion.ts';
import type { Metric } from '../schemas/session-result.ts';
import type { SegmentStrides, Stride } from '../strides/strides.ts';
import { type Doubt, judged, measured, missing } from './metric.ts';

/** Shares of clipped samples above which a height is too low. */
const clippedShares = { fair: 0.01, poor: 0.05 } as const;
/** Strides for a good mean, and for a fair one. */
const enough = { good: 30, fair: 5 } as const;
/** Strides this close (s) to a change of gait are half of one gait and half of the other. */
const changeSeconds = 1;

/**
 * Mean over strides of highest minus lowest vertical position of the sensor within the stride, cm; without those beside a
 * change of gait.
 */
export function elevation(motion: Motion, segments: readonly SegmentStrides[]): Metric {
  const heights = segments.flatMap((segment) => wholly(segment).map((stride) => 100 * stride.height));
  const n = heights.length;
  if (n < 2) return missing('cm', 'no two whole strides in this gait', n);
  const spread = robustStandardDeviation(heights);
  return measured(mean(heights), 'cm', { n, spread, ...judged(doubtsOf(motion, segments, n)) });
}

/** The strides of a segment that no change of gait is beside. */
export function wholly({ from, to, strides }: SegmentStrides): readonly Stride[] {
  return strides.filter((stride) => stride.from >= from + changeSeconds && stride.to <= to - changeSeconds);
}

function doubtsOf(motion: Motion, segments: readonly SegmentStrides[], n: number): Doubt[] {
  const doubts: Doubt[] = [];
  const clipped = clippedShare(motion, segments);
  if (clipped > clippedShares.poor)
    doubts.push({ atBest: 'poor', reason: 'the accelerometer was at the end of its range: too low a value' });
  else if (clipped > clippedShares.fair)
    doubts.push({ atBest: 'fair', reason: 'the accelerometer was at times at the end of its range' });
  if (motion.verticalSource === 'strongest-axis')
    doubts.push({ atBest: 'poor', reason: 'the recording holds no gravity, so the vertical is a guess' });
  if (motion.verticalSource === 'gravity')
    doubts.push({ atBest: 'fair', reason: 'without a gyroscope the tilt within the stride is not seen' });
  if (motion.sourceRateHz < 30) doubts.push({ atBest: 'poor', reason: 'fewer than 30 samples a second' });
  else if (motion.sourceRateHz < 40)
    doubts.push({ atBest: 'fair', reason: 'fewer than 40 samples a second' });
  if (n < enough.good) doubts.push({ atBest: n < enough.fair ? 'poor' : 'fair', reason: 'few strides' });
  return doubts;
}
