import { createHash } from 'node:crypto';
import type { Recording } from '@piaffe/recordings';
import { rounded } from '../metrics/metric.ts';
import type { Motion } from '../motion/motion.ts';
import type { SessionResult } from '../schemas/session-result.ts';
import type { Input } from './read-inputs.ts';
import type { Timeline } from './timeline.ts';

type Described = Pick<SessionResult, 'recording' | 'inputs' | 'quality'>;

/** Shorter ones (s) are the step from one recording to the next, not a hole. */
const shortestGap = 0.25;

/**
 * What a result says of what it was computed from. Several recordings are described as one: `sha256` is then the SHA-256
 * of their own, in hexadecimal and the order of time, one after the other.
 *
 * @param motion the movement of the whole; null where none of them recorded any
 * @param motions that of each part; empty then
 * @param found sentences about heart rate, position and corrections
 */
export function describeInputs(
  ride: Timeline,
  motion: Motion | null,
  motions: readonly Motion[],
  found: readonly string[],
): Described {
  const { inputs, companions, parts, beside } = ride;
  const recordings = parts.map(({ recording }) => recording);
  const samples = sum(recordings, samplesOf);
  const formats = new Set(inputs.map(({ recording }) => recording.format));
  return {
    recording: {
      sha256: sha256Of(inputs),
      format: formats.size === 1 ? inputs[0].recording.format : 'mixed',
      startedAt: ride.startedAt,
      samples,
      durationSeconds: rounded(ride.durationSeconds, 3),
      sampleRateHz: rounded(samples / sum(recordings, (one) => samplesOf(one) / rateOf(one)), 2),
      channels: [
        ...(motion ? ['ax', 'ay', 'az'] : []),
        ...(motion?.yaw ? ['gx', 'gy', 'gz'] : []),
        ...(beside.heartRate ? ['heartRate'] : []),
        ...(beside.position ? ['position'] : []),
      ],
    },
    inputs: [
      ...inputs.map((input) => described(input, input.recording.motion ? 'motion' : 'companion')),
      ...companions.map((input) => described(input, 'companion')),
    ],
    quality: {
      gaps: (motion?.gaps ?? [])
        .filter(({ from, to }) => to - from > shortestGap)
        .map(({ from, to }) => ({ from: rounded(from, 3), to: rounded(to, 3) })),
      saturatedShare: rounded(
        sum(recordings, (one) => samplesOf(one) * one.quality.saturatedShare) / samples,
        4,
      ),
      nonMonotonicCount: sum(inputs, ({ recording }) => recording.quality.nonMonotonicCount),
      duplicateCount: sum(inputs, ({ recording }) => recording.quality.duplicateCount),
      nanCount: sum(inputs, ({ recording }) => recording.quality.nanCount),
      usableShare: rounded(usableShare(ride), 4),
      notes: [...notesOf(ride, motions), ...found],
    },
  };
}

/** Share (0-1) of the whole that samples cover; what lies between recordings is not. */
export function usableShare({ parts, durationSeconds }: Timeline): number {
  const [{ input, recording }] = parts;
  if (parts.length === 1 && recording === input.recording) return recording.quality.usableShare;
  const covered = sum(parts, ({ recording }) => recording.quality.usableShare * recording.durationSeconds);
  return Math.min(1, covered / durationSeconds);
}

function sha256Of(inputs: readonly Input[]): string {
  if (inputs.length === 1) return inputs[0].sha256;
  return createHash('sha256')
    .update(inputs.map(({ sha256 }) => sha256).join(''))
    .digest('hex');
}

function notesOf(
  { inputs, companions, leftOut, parts, trim }: Timeline,
  motions: readonly Motion[],
): string[] {
  const all = [...inputs, ...companions];
  const several = all.length > 1;
  const motionOf = (input: Input) => motions[parts.findIndex((part) => part.input === input)];
  return [
    ...leftOut,
    ...(trim
      ? [`Only the part from ${trim.from} s to ${trim.to} s counts; other notes are about all of it.`]
      : []),
    ...all.flatMap((input, i) => {
      const motion = motionOf(input);
      const notes = [...input.recording.quality.notes, ...(motion?.notes ?? [])];
      if (!several) return notes;
      return [...notes, ...(motion ? whatItLacks(motion, motions) : [])].map(
        (note) => `Recording ${i + 1}: ${note}`,
      );
    }),
  ];
}

/** What one recording takes from the others, as the whole is as good as the least of its parts. */
function whatItLacks(motion: Motion, all: readonly Motion[]): string[] {
  const worse = (lacks: (motion: Motion) => boolean) => lacks(motion) && !all.every(lacks);
  return [
    ...(worse(({ yaw }) => yaw === null) ? ['It has no gyroscope, so that of the others is not used.'] : []),
    ...(worse(({ verticalSource }) => verticalSource === 'strongest-axis')
      ? ['It holds no gravity, so for the whole ride the vertical counts as a guess.']
      : []),
  ];
}

/** Of the motion or, without one, of what there is most of. */
function samplesOf({ motion, heartRate, position }: Recording): number {
  return motion ? motion.time.length : Math.max(heartRate?.time.length ?? 0, position?.time.length ?? 0);
}

function rateOf(recording: Recording): number {
  return recording.motion?.sampleRateHz ?? samplesOf(recording) / Math.max(1, recording.durationSeconds);
}

function described({ sha256, recording }: Input, role: 'motion' | 'companion') {
  return { sha256, format: recording.format, role };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
