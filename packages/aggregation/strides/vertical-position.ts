import { butterworth, filtfilt } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';

const gravity = 9.80665;
/** Margin (s) taken on both sides of a span, so that the filters settle outside it. */
const marginSeconds = 3;
/** The drift filter's corner as a share of the stride frequency: the stride's first harmonic loses 0.7 %. */
const cornerShare = 0.6;

/** Vertical position over a span of the recording, drift removed. */
export interface VerticalPosition {
  /** Index, in the motion's samples, that the first value belongs to; negative where the span begins with the recording. */
  readonly first: number;
  /** Metres, mean zero over a few strides. */
  readonly metres: Float64Array;
}

/**
 * Twice integrated vertical acceleration, high-passed without phase shift before, between and after, so that offsets, tilt
 * and integration drift below the stride frequency are gone and the movement within a stride is not.
 */
export function verticalPosition(
  motion: Motion,
  from: number,
  to: number,
  strideHz: number,
): VerticalPosition {
  const rate = motion.rateHz;
  const first = Math.round((from - marginSeconds) * rate);
  const end = Math.round((to + marginSeconds) * rate);
  const highPass = butterworth({
    order: 6,
    kind: 'highpass',
    cutoffHz: cornerShare * strideHz,
    sampleRateHz: rate,
  });
  const acceleration = extract(motion.vertical, first, end, Math.round(rate / strideHz));
  const velocity = filtfilt(highPass, integral(filtfilt(highPass, acceleration), rate));
  return { first, metres: filtfilt(highPass, integral(velocity, rate)) };
}

/** Samples from `first` to before `end`, m/s2; beyond the ends of the recording its nearest stride is repeated. */
function extract(vertical: Float32Array, first: number, end: number, strideSamples: number): Float64Array {
  const n = vertical.length;
  const period = Math.min(strideSamples, n);
  const acceleration = new Float64Array(end - first);
  for (let i = first; i < end; i++) {
    const inside =
      i < 0 ? i + period * Math.ceil(-i / period) : i >= n ? i - period * Math.ceil((i - n + 1) / period) : i;
    acceleration[i - first] = vertical[inside] * gravity;
  }
  return acceleration;
}

/** Integral of the cubic through each four neighbours: trapezoids lose 0.5 % of a trot's height at 100 Hz. */
function integral(values: Float64Array, rate: number): Float64Array {
  const n = values.length;
  const sum = new Float64Array(n);
  for (let i = 1; i < n; i++) {
    const before = values[Math.max(0, i - 2)];
    const after = values[Math.min(n - 1, i + 1)];
    sum[i] = sum[i - 1] + (13 * (values[i - 1] + values[i]) - before - after) / (24 * rate);
  }
  return sum;
}
