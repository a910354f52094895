import type { Span } from '../recording.ts';

/** Shortest stretch without samples that counts as a gap, in seconds and in sample intervals. */
const GAP_SECONDS = 0.25;
const GAP_INTERVALS = 5;

/** Longest step in seconds that is no gap, where `step` is the typical one. */
export function longestStep(step: number): number {
  return Math.max(GAP_SECONDS, GAP_INTERVALS * step);
}

/** Steps up to twice the typical one are jitter; of longer ones only that much is covered by samples. */
const JITTER = 2;

export interface Coverage {
  readonly gaps: readonly Span[];
  /** Samples per second outside gaps. */
  readonly sampleRateHz: number;
  readonly usableShare: number;
  /** Share (0-1) of steps that differ by more than half from the typical one. */
  readonly irregularShare: number;
}

function medianStep(time: Float64Array): number {
  const stride = Math.max(1, Math.floor(time.length / 20_000));
  const steps: number[] = [];
  for (let i = 1; i < time.length; i += stride) steps.push(time[i]! - time[i - 1]!);
  return Float64Array.from(steps).sort()[steps.length >> 1]!;
}

/** Gaps, measured rate and coverage of a strictly increasing time (seconds, at least two samples). */
export function measureCoverage(time: Float64Array): Coverage {
  const typical = medianStep(time);
  const limit = longestStep(typical);
  const gaps: Span[] = [];
  let inGaps = 0;
  let covered = 0;
  let irregular = 0;
  for (let i = 1; i < time.length; i++) {
    const step = time[i]! - time[i - 1]!;
    covered += Math.min(step, JITTER * typical);
    if (step > limit) {
      gaps.push({ from: time[i - 1]!, to: time[i]! });
      inGaps += step;
    } else if (Math.abs(step - typical) > typical / 2) irregular++;
  }
  const duration = time.at(-1)! - time[0]!;
  const steps = time.length - 1;
  return {
    gaps,
    sampleRateHz: (steps - gaps.length) / (duration - inGaps),
    usableShare: Math.min(1, covered / duration),
    irregularShare: irregular / steps,
  };
}
