import { median, robustStandardDeviation } from '@piaffe/signal';
import { clippedShare, type Motion, whyNoTurning } from '../motion/motion.ts';
import type { Metric, Metrics, ReinSegment, SymmetryPhase } from '../schemas/session-result.ts';
import type { SegmentStrides, Stride } from '../strides/strides.ts';
import { type Doubt, judged, measured, missing, rounded } from './metric.ts';

const fewestStrides = 8;
const manyStrides = 20;
/** Below this (mm) a difference is within the error of one phase and its sign says nothing. */
const surelySigned = 1;
const scoreScale = 0.25;

/** A straight stretch of trot, with the figures that the result rounds. */
interface Phase {
  readonly from: number;
  readonly to: number;
  readonly strides: readonly Stride[];
}

/**
 * Comparison of the two half-strides at trot on straight lines. minDiff and maxDiff: magnitude of the signed median over
 * strides of the difference of the two lowest and of the two highest points; range: mean vertical range. All in mm.
 * Phases of fewer than 8 strides are left out.
 */
export function symmetryPhases(
  trot: readonly SegmentStrides[],
  reins: readonly ReinSegment[],
): SymmetryPhase[] {
  return straightPhases(trot, reins).map(({ from, to, strides }) => {
    const low = signedMedian(strides, 'lowDifference');
    const high = signedMedian(strides, 'highDifference');
    const signed = Math.abs(low) >= surelySigned && Math.abs(high) >= surelySigned;
    return {
      from: rounded(from, 2),
      to: rounded(to, 2),
      strides: strides.length,
      minDiff: rounded(Math.abs(low), 2),
      maxDiff: rounded(Math.abs(high), 2),
      range: rounded(meanRange(strides), 2),
      relativeSign: signed ? (low * high > 0 ? 1 : -1) : null,
    };
  });
}

/** Over all phases, each weighted by its strides. The score is 10 exp(-(minDiff + maxDiff) / (2 range) / 0.25). */
export function symmetry(
  motion: Motion,
  trot: readonly SegmentStrides[],
  reins: readonly ReinSegment[],
): Metrics['symmetry'] {
  const none = (reason: string) => ({
    score: missing('1', reason, 0),
    minDiff: missing('mm', reason, 0),
    maxDiff: missing('mm', reason, 0),
    range: missing('mm', reason, 0),
  });
  const why = whyNoTurning(motion);
  if (why) return none(why);
  if (trot.length === 0) return none('no trot ridden');
  const phases = straightPhases(trot, reins);
  const n = phases.reduce((sum, phase) => sum + phase.strides.length, 0);
  if (n === 0) return none(`no straight trot of ${fewestStrides} strides or more`);
  const weighted = (figure: (phase: Phase) => number) =>
    phases.reduce((sum, phase) => sum + figure(phase) * (phase.strides.length / n), 0);
  const minDiff = weighted((phase) => Math.abs(signedMedian(phase.strides, 'lowDifference')));
  const maxDiff = weighted((phase) => Math.abs(signedMedian(phase.strides, 'highDifference')));
  const range = weighted((phase) => meanRange(phase.strides));
  const lowSpread = weighted((phase) => spread(phase, 'lowDifference'));
  const highSpread = weighted((phase) => spread(phase, 'highDifference'));
  const judgement = judged(doubtsOf(motion, phases, n, Math.max(lowSpread, highSpread)));
  const figure = (value: number, each: number): Metric =>
    measured(value, 'mm', { n, spread: each, ...judgement });
  return {
    score: measured(10 * Math.exp(-(minDiff + maxDiff) / (2 * range) / scoreScale), '1', { n, ...judgement }),
    minDiff: figure(minDiff, lowSpread),
    maxDiff: figure(maxDiff, highSpread),
    range: figure(
      range,
      weighted((phase) => robustStandardDeviation(phase.strides.map((stride) => 1000 * stride.height))),
    ),
  };
}

function straightPhases(trot: readonly SegmentStrides[], reins: readonly ReinSegment[]): Phase[] {
  const straights = reins.filter(({ rein }) => rein === 'straight');
  return trot
    .flatMap((segment) =>
      straights.map((straight) => {
        const strides = segment.strides.filter((one) => one.from >= straight.from && one.to <= straight.to);
        return { from: strides[0]?.from ?? 0, to: strides.at(-1)?.to ?? 0, strides };
      }),
    )
    .filter((phase) => phase.strides.length >= fewestStrides);
}

function doubtsOf(motion: Motion, phases: readonly Phase[], n: number, strideSpread: number): Doubt[] {
  const doubts: Doubt[] = [];
  const clipped = clippedShare(motion, phases);
  if (clipped > 0) doubts.push({ atBest: 'poor', reason: 'the accelerometer was at the end of its range' });
  if (motion.sourceRateHz < 40) doubts.push({ atBest: 'fair', reason: 'fewer than 40 samples a second' });
  if (n < manyStrides) doubts.push({ atBest: 'fair', reason: 'few straight strides' });
  const error = (1.25 * strideSpread) / Math.sqrt(n);
  if (error > surelySigned)
    doubts.push({
      atBest: error > 2 * surelySigned ? 'poor' : 'fair',
      reason: 'the strides differ too much from one another',
    });
  return doubts;
}

function signedMedian(strides: readonly Stride[], of: 'lowDifference' | 'highDifference'): number {
  return 1000 * median(strides.map((stride) => stride[of]));
}

function spread(phase: Phase, of: 'lowDifference' | 'highDifference'): number {
  return 1000 * robustStandardDeviation(phase.strides.map((stride) => stride[of]));
}

function meanRange(strides: readonly Stride[]): number {
  return (1000 * strides.reduce((sum, stride) => sum + stride.height, 0)) / strides.length;
}
