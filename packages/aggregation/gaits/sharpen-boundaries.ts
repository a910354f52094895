import { mean, movingMean } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';
import type { Segment } from '../schemas/session-result.ts';

const stepSeconds = 0.1;
const smoothSeconds = 0.7;
const reachSeconds = 3;

/**
 * Moves each change of gait to where the energy of the movement changes most: the windows that found the gaits are 5 s
 * long, and the livelier gait fills them too early. Least squares of two levels of log energy per channel.
 */
export function sharpenBoundaries(motion: Motion, segments: readonly Segment[]): Segment[] {
  const sharpened = segments.map((segment) => ({ ...segment }));
  if (sharpened.length < 2) return sharpened;
  const channels = [logEnergy(motion, [motion.vertical]), logEnergy(motion, motion.level)];
  if (motion.swing) channels.push(logEnergy(motion, motion.swing));
  for (let i = 1; i < sharpened.length; i++) {
    const before = sharpened[i - 1];
    const after = sharpened[i];
    if (before.gait === 'unknown' || after.gait === 'unknown') continue;
    const from = Math.max(after.from - reachSeconds, (before.from + before.to) / 2);
    const to = Math.min(after.from + reachSeconds, (after.from + after.to) / 2);
    const at = bestSplit(channels, Math.round(from / stepSeconds), Math.round(to / stepSeconds));
    if (at === null) continue;
    before.to = at * stepSeconds;
    after.from = before.to;
  }
  return sharpened;
}

function logEnergy(motion: Motion, axes: readonly Float32Array[]): Float64Array {
  const block = Math.round(stepSeconds * motion.rateHz);
  const energy = new Float64Array(Math.floor(motion.samples / block));
  for (let j = 0; j < energy.length; j++)
    for (const axis of axes) for (let i = j * block; i < (j + 1) * block; i++) energy[j] += axis[i] * axis[i];
  return movingMean(energy, Math.round(smoothSeconds / stepSeconds)).map((value) => Math.log(value + 1e-6));
}

/** Where, in steps between `from` and `to`, two levels leave the least of all channels unexplained; null without a change. */
function bestSplit(channels: readonly Float64Array[], from: number, to: number): number | null {
  const end = Math.min(to, channels[0].length);
  const margin = 3;
  let best: number | null = null;
  let bestGain = 0;
  for (let at = from + margin; at <= end - margin; at++) {
    let gain = 0;
    for (const channel of channels) {
      const left = mean(channel.subarray(from, at));
      const right = mean(channel.subarray(at, end));
      const weight = ((at - from) * (end - at)) / (end - from);
      gain += weight * (left - right) ** 2;
    }
    if (gain > bestGain) {
      bestGain = gain;
      best = at;
    }
  }
  return best;
}
