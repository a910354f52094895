import { butterworth, filtfilt } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';

const gravity = 9.80665;
/** Margin (s) taken on both sides of a stretch, so that the filters settle outside it. */
const marginSeconds = 3;
/** The drift filter's corner as a share of the stride frequency: the stride's first harmonic loses 0.2 %. */
const cornerShare = 0.4;

/** Vertical position over a stretch of the recording, drift removed. */
export interface VerticalPosition {
  /** Index of the first value in the motion's samples. */
  readonly first: number;
  /** Metres, mean zero over a few strides. */
  readonly metres: Float64Array;
}

/**
 * Twice integrated vertical acceleration (trapezoids), high-passed without phase shift before, between and after, so that
 * offsets, tilt and integration drift below the stride frequency are gone and the movement within a stride is not.
 */
export function verticalPosition(
  motion: Motion,
  from: number,
  to: number,
  strideHz: number,
): VerticalPosition {
  const rate = motion.rateHz;
  const first = Math.max(0, Math.round((from - marginSeconds) * rate));
  const end = Math.min(motion.samples, Math.round((to + marginSeconds) * rate));
  const highPass = butterworth({
    order: 4,
    kind: 'highpass',
    cutoffHz: cornerShare * strideHz,
    sampleRateHz: rate,
  });
  const acceleration = Float64Array.from(motion.vertical.subarray(first, end), (value) => value * gravity);
  const velocity = filtfilt(highPass, integral(filtfilt(highPass, acceleration), rate));
  return { first, metres: filtfilt(highPass, integral(velocity, rate)) };
}

function integral(values: Float64Array, rate: number): Float64Array {
  const sum = new Float64Array(values.length);
  for (let i = 1; i < values.length; i++) sum[i] = sum[i - 1] + (values[i - 1] + values[i]) / (2 * rate);
  return sum;
}
