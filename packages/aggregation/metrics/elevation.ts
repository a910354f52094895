import { mean, robustStandardDeviation } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';
import type { Metric, Quality } from '../schemas/session-result.ts';
import type { SegmentStrides, Stride } from '../strides/strides.ts';
import { measured, missing, worst } from './metric.ts';

/** Strides this close (s) to a change of gait are half of one gait and half of the other. */
const changeSeconds = 1;

/** Mean over strides of highest minus lowest vertical position of the sensor within the stride, cm; without those beside a change of gait. */
export function elevation(motion: Motion, segments: readonly SegmentStrides[]): Metric {
  const heights = segments.flatMap((segment) => wholly(segment).map((stride) => 100 * stride.height));
  const n = heights.length;
  if (n < 2) return missing('cm', 'no two whole strides in this gait', n);
  const [quality, reason] = trust(motion, segments, n);
  return measured(mean(heights), 'cm', { n, spread: robustStandardDeviation(heights), quality, reason });
}

function wholly({ from, to, strides }: SegmentStrides): readonly Stride[] {
  return strides.filter((stride) => stride.from >= from + changeSeconds && stride.to <= to - changeSeconds);
}

function trust(motion: Motion, segments: readonly SegmentStrides[], n: number): [Quality, string | null] {
  const clipped = clippedShare(motion, segments);
  const findings: [Quality, string][] = [];
  if (clipped > 0.05)
    findings.push(['poor', 'the accelerometer was at the end of its range: too low a value']);
  else if (clipped > 0.01) findings.push(['fair', 'the accelerometer was at times at the end of its range']);
  if (motion.verticalSource === 'strongest-axis')
    findings.push(['poor', 'the recording holds no gravity, so the vertical is a guess']);
  if (motion.verticalSource === 'gravity')
    findings.push(['fair', 'without a gyroscope the tilt within the stride is not seen']);
  if (motion.sourceRateHz < 30) findings.push(['poor', 'fewer than 30 samples a second']);
  else if (motion.sourceRateHz < 40) findings.push(['fair', 'fewer than 40 samples a second']);
  if (n < 10) findings.push([n < 5 ? 'poor' : 'fair', 'few strides']);
  const quality = worst('good', ...findings.map(([each]) => each));
  return [quality, findings.find(([each]) => each === quality)?.[1] ?? null];
}

function clippedShare(motion: Motion, segments: readonly SegmentStrides[]): number {
  if (!motion.clipped) return 0;
  let clipped = 0;
  let all = 0;
  for (const { from, to } of segments) {
    const end = Math.min(motion.samples, Math.round(to * motion.rateHz));
    for (let i = Math.round(from * motion.rateHz); i < end; i++) {
      clipped += motion.clipped[i];
      all++;
    }
  }
  return all > 0 ? clipped / all : 0;
}
