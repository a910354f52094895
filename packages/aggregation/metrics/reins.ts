import { movingMean } from '@piaffe/signal';
import { type Motion, whyNoTurning } from '../motion/motion.ts';
import { overlap } from '../motion/overlap.ts';
import type { Metric, MovingGait, Rein, ReinSegment, Segment } from '../schemas/session-result.ts';
import { measured, missing } from './metric.ts';

const smoothSeconds = 4;
const stepSeconds = 0.1;
/** deg/s at which a curve begins and ends. */
const curve = { begins: 10, ends: 5 } as const;
const ridden = ['left', 'straight', 'right'] as const;

/**
 * The rein over time: yaw about up averaged over 4 s; a curve begins at 10 deg/s and ends at 5. `none` at halt and in
 * the unknown. Touches and covers the recording; empty where left cannot be told from right.
 */
export function reinSegments(motion: Motion, gaits: readonly Segment[]): ReinSegment[] {
  if (!motion.yaw || whyNoTurning(motion)) return [];
  const { rates } = turnRateSteps(motion.yaw, motion.rateHz);
  const segments: ReinSegment[] = [];
  const add = (rein: Rein, from: number, to: number) => {
    const last = segments.at(-1);
    if (last?.rein === rein) last.to = to;
    else segments.push({ rein, from, to });
  };
  for (const { gait, from, to } of gaits) {
    if (gait === 'halt' || gait === 'unknown') {
      add('none', from, to);
      continue;
    }
    let rein: Rein = 'straight';
    for (let at = from; at < to; at += stepSeconds) {
      const rate = rates[Math.min(rates.length - 1, Math.round(at / stepSeconds))];
      rein = nextRein(rein, rate);
      add(rein, at, Math.min(to, at + stepSeconds));
    }
  }
  return segments;
}

function nextRein(rein: Rein, degreesPerSecond: number): Rein {
  if (degreesPerSecond > curve.begins) return 'left';
  if (degreesPerSecond < -curve.begins) return 'right';
  if (rein === 'left' && degreesPerSecond >= curve.ends) return 'left';
  if (rein === 'right' && degreesPerSecond <= -curve.ends) return 'right';
  return 'straight';
}

/** Yaw (deg/s) averaged over 4 s, in steps of time from the first sample on. */
export function turnRateSteps(
  yaw: Float32Array,
  rateHz: number,
): { readonly rates: Float64Array; readonly stepSeconds: number } {
  const block = Math.round(stepSeconds * rateHz);
  const blocks = new Float64Array(Math.max(1, Math.floor(yaw.length / block)));
  for (let j = 0; j < blocks.length; j++) {
    for (let i = 0; i < block; i++) blocks[j] += (yaw[j * block + i] ?? 0) / block;
  }
  return { rates: movingMean(blocks, Math.round(smoothSeconds / stepSeconds) + 1), stepSeconds };
}

/** Time (s) on each rein and its share of all three. */
export function reinTimes(
  motion: Motion,
  reins: readonly ReinSegment[],
): Record<(typeof ridden)[number], { time: Metric; share: Metric }> {
  const why = whyNoTurning(motion);
  const seconds = ridden.map((rein) =>
    reins.reduce((sum, segment) => sum + (segment.rein === rein ? segment.to - segment.from : 0), 0),
  );
  const all = seconds.reduce((sum, value) => sum + value, 0);
  const each = (rein: (typeof ridden)[number]) => {
    if (why) return { time: missing('s', why), share: missing('1', why) };
    const time = seconds[ridden.indexOf(rein)];
    return {
      time: measured(time, 's'),
      share: all > 0 ? measured(time / all, '1') : missing('1', 'the horse did not move'),
    };
  };
  return { left: each('left'), straight: each('straight'), right: each('right') };
}

/** Time (s) in one gait on each rein. */
export function gaitByRein(
  motion: Motion,
  gait: MovingGait,
  gaits: readonly Segment[],
  reins: readonly ReinSegment[],
): Record<(typeof ridden)[number], { time: Metric }> {
  const why = whyNoTurning(motion);
  const each = (rein: Rein) => {
    if (why) return { time: missing('s', why) };
    let seconds = 0;
    for (const segment of gaits)
      if (segment.gait === gait)
        for (const ridden of reins) if (ridden.rein === rein) seconds += overlap(segment, ridden);
    return { time: measured(seconds, 's') };
  };
  return { left: each('left'), straight: each('straight'), right: each('right') };
}
