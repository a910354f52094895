import { shortestSeconds } from './assemble.ts';
import { FASTEST } from './clean/reach.ts';
import { toIso } from './clean/start.ts';
import { isEpoch } from './clean/time-unit.ts';
import { inOrder, type Note, urgent } from './note.ts';
import type { DecodeOptions } from './options.ts';
import type { Recording, RecordingFormat, RecordingWithMotion } from './recording.ts';
import { RecordingRejected } from './rejection.ts';
import { heartRateFrom, type OrderedTraces, positionFrom, type Traces } from './traces.ts';

/** Seconds within which one sample vouches for the heart rate, or for the place. */
const VOUCHED_SECONDS = 10;

/** What is known of a file besides its samples. */
interface AboutTraces {
  readonly format: RecordingFormat;
  /** What the file is called in a sentence: "GPX track". */
  readonly name: string;
  readonly notes: readonly Note[];
}

/**
 * Makes a recording of heart rate and position alone. Times that can be instants since 1970 tell when it began.
 * @throws RecordingRejected `no-usable-samples` or `too-short`
 */
export function assembleTraces(
  traces: Traces,
  { format, name, notes }: AboutTraces,
  options: DecodeOptions,
): Recording {
  const sorted = traces.inOrder();
  const times = [...timesOf(sorted.heartRate), ...timesOf(sorted.position)];
  if (times.length === 0) {
    throw new RecordingRejected(
      'no-usable-samples',
      sorted.unreachableCount > 0
        ? `None of the ${sorted.unreachableCount} positions of this ${name} can be used: they are further apart than a horse gets (${FASTEST} m/s); check the receiver, or export it again.`
        : sorted.unusableCount > 0
          ? `None of the ${sorted.unusableCount} samples of this ${name} has both a time and a heart rate or a position; export it again with time stamps.`
          : `This ${name} holds neither acceleration nor heart rate nor a position with its time; export it again, or send another recording of the ride.`,
    );
  }
  const zero = times.reduce((first, at) => Math.min(first, at));
  const durationSeconds = times.reduce((last, at) => Math.max(last, at)) - zero;
  if (durationSeconds < shortestSeconds) {
    throw new RecordingRejected(
      'too-short',
      `This ${name} has only ${times.length} usable ${times.length === 1 ? 'sample' : 'samples'} over ${durationSeconds.toFixed(1)} s; check that the recording was saved completely.`,
    );
  }
  const shares = [sorted.heartRate, sorted.position].map((samples) =>
    vouchedShare(timesOf(samples), durationSeconds),
  );
  return {
    format,
    startedAt: options.startedAt ?? (isEpoch(zero) ? toIso(zero, 0) : null),
    durationSeconds,
    motion: null,
    heartRate: heartRateFrom(sorted, zero),
    position: positionFrom(sorted, zero),
    quality: {
      gaps: [],
      saturatedShare: 0,
      nonMonotonicCount: sorted.strayCount,
      duplicateCount: sorted.duplicateCount,
      nanCount: sorted.unusableCount + sorted.unreachableCount,
      usableShare: Math.max(...shares),
      notes: inOrder([
        urgent('The file holds no acceleration, so it tells nothing of gaits, strides or symmetry.'),
        ...notes,
        ...describeLost(sorted),
      ]),
    },
  };
}

/** Puts heart rate and position beside the motion of the same file; `zero` is the motion's first sample by its count of seconds. */
export function joinTraces(
  recording: RecordingWithMotion,
  traces: Traces,
  zero: number,
  notes: readonly Note[] = [],
): RecordingWithMotion {
  const sorted = traces.inOrder();
  return {
    ...recording,
    heartRate: heartRateFrom(sorted, zero),
    position: positionFrom(sorted, zero),
    quality: {
      ...recording.quality,
      notes: [...recording.quality.notes, ...inOrder([...notes, ...describeLost(sorted)])],
    },
  };
}

function timesOf(samples: readonly { readonly at: number }[]): number[] {
  return samples.map(({ at }) => at);
}

function vouchedShare(times: readonly number[], durationSeconds: number): number {
  let vouched = 0;
  for (let i = 1; i < times.length; i++) vouched += Math.min(VOUCHED_SECONDS, times[i]! - times[i - 1]!);
  return Math.min(1, vouched / durationSeconds);
}

function describeLost(traces: OrderedTraces): Note[] {
  const { position, unreachableCount, strayCount, duplicateCount, unusableCount } = traces;
  const notes: Note[] = [];
  if (unreachableCount > 0 && position.length === 0)
    notes.push(
      urgent(
        `All ${unreachableCount} positions were left out: they are further apart than a horse gets (${FASTEST} m/s).`,
      ),
    );
  else if (unreachableCount > 0)
    notes.push(
      `${unreachableCount} ${unreachableCount === 1 ? 'position' : 'positions'} further from the others than a horse gets (${FASTEST} m/s) left out.`,
    );
  const samples = (count: number) =>
    `${count} ${count === 1 ? 'sample' : 'samples'} of heart rate or position`;
  if (strayCount > 0) notes.push(`${samples(strayCount)} more than a day from the others left out.`);
  if (duplicateCount > 0) notes.push(`${samples(duplicateCount)} at a time that is there already left out.`);
  if (unusableCount > 0) notes.push(`${samples(unusableCount)} without a time or a usable value left out.`);
  return notes;
}
