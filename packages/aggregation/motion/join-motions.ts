import type { Span } from '@piaffe/recordings';
import type { Motion, VerticalSource } from './motion.ts';

/** The movement of one recording, and when it began in s from the beginning of the whole. */
interface MotionPart {
  readonly motion: Motion;
  readonly at: number;
}

/**
 * Movements one after the other as one, of `durationSeconds` in all; what none of them covers is a gap. Each has its own
 * mounting behind it already. What not all of them have, the whole has not: it is as good as the least of its parts.
 */
export function joinMotions(parts: readonly MotionPart[], durationSeconds: number): Motion {
  const [{ motion: first, at }] = parts;
  if (parts.length === 1 && at === 0 && first.durationSeconds === durationSeconds) return first;
  const { rateHz } = first;
  const samples = Math.floor(durationSeconds * rateHz + 1e-6) + 1;
  const motions = parts.map(({ motion }) => motion);
  const joined = (channel: (motion: Motion) => Float32Array) =>
    placed(parts, channel, new Float32Array(samples));
  const verticalSource = leastOf(motions.map((motion) => motion.verticalSource));
  const turning = motions.every(({ yaw }) => yaw !== null);
  return {
    rateHz,
    samples,
    durationSeconds,
    vertical: joined(({ vertical }) => vertical),
    level: [joined(({ level }) => level[0]), joined(({ level }) => level[1])],
    swing: turning ? [joined(({ swing }) => swing![0]), joined(({ swing }) => swing![1])] : null,
    yaw: turning ? joined(({ yaw }) => yaw!) : null,
    verticalSource,
    offsetMeasured: motions.every(({ offsetMeasured }) => offsetMeasured),
    clipped: motions.some(({ clipped }) => clipped)
      ? placed(parts, ({ clipped }) => clipped, new Uint8Array(samples))
      : null,
    sourceRateHz: Math.min(...motions.map(({ sourceRateHz }) => sourceRateHz)),
    gaps: gapsOf(parts, durationSeconds),
    parts: parts.map((part) => ({ from: part.at, to: part.at + part.motion.durationSeconds })),
    notes: [],
  };
}

const fromBest: readonly VerticalSource[] = ['gravity-and-gyroscope', 'gravity', 'strongest-axis'];

function leastOf(sources: readonly VerticalSource[]): VerticalSource {
  return fromBest[Math.max(...sources.map((source) => fromBest.indexOf(source)))];
}

function placed<Channel extends Float32Array | Uint8Array>(
  parts: readonly MotionPart[],
  channel: (motion: Motion) => Channel | null,
  into: Channel,
): Channel {
  for (const { motion, at } of parts) {
    const values = channel(motion);
    const from = Math.floor(at * motion.rateHz + 1e-6);
    if (values) into.set(values.subarray(0, into.length - from), from);
  }
  return into;
}

function gapsOf(parts: readonly MotionPart[], durationSeconds: number): Span[] {
  const gaps: Span[] = [];
  let covered = 0;
  for (const { motion, at } of parts) {
    if (at > covered) gaps.push({ from: covered, to: at });
    for (const { from, to } of motion.gaps) gaps.push({ from: from + at, to: to + at });
    covered = at + motion.durationSeconds;
  }
  if (durationSeconds > covered) gaps.push({ from: covered, to: durationSeconds });
  return gaps;
}
