import { convertChannels } from './clean/convert.ts';
import { describeFindings, describeLoss, measureHeld } from './clean/findings.ts';
import { longestStep, measureCoverage } from './clean/gaps.ts';
import { compact } from './clean/leave-out.ts';
import { findSaturation } from './clean/saturation.ts';
import { describeSpikes, leaveOutSpikes, SPIKE_DEGREES_PER_SECOND, SPIKE_G } from './clean/spikes.ts';
import { findStart } from './clean/start.ts';
import { makeTimeAxis } from './clean/time-axis.ts';
import { decideTimeUnit, refuseSlow, typicalStep } from './clean/time-unit.ts';
import type { Layout } from './layout.ts';
import { inOrder } from './note.ts';
import type { DecodeOptions } from './options.ts';
import type { Axes, RecordingWithMotion } from './recording.ts';
import { RecordingRejected } from './rejection.ts';
import type { RawRows } from './text/read-table.ts';

/** Less is no recording. */
export const fewestSamples = 16;
export const shortestSeconds = 1;
/** Dates and clock times were made seconds when they were read. */
const SECONDS = { unit: 's', by: 'format' } as const;

function toAxes(channels: readonly Float32Array[]): Axes {
  const [x, y, z] = channels as [Float32Array, Float32Array, Float32Array];
  return { x, y, z };
}

function checkLength(rows: RawRows, samples: number, seconds: number): void {
  if (samples >= fewestSamples && seconds >= shortestSeconds) return;
  const [first, last] = [rows.placeOf(0), rows.placeOf(rows.rows - 1)];
  const where = first === last ? first : `${first} to ${last}`;
  const over = samples >= fewestSamples ? ` over ${seconds.toFixed(2)} s` : '';
  throw new RecordingRejected(
    'too-short',
    `Only ${samples} usable ${samples === 1 ? 'sample' : 'samples'}${over} (${where}); at least ${fewestSamples} samples and ${shortestSeconds} s are needed: check that the recording was saved completely.`,
  );
}

function describeUnreadable({ firstUnreadableLine, firstUnreadableCell, truncatedLine }: RawRows): string {
  const line = firstUnreadableLine || truncatedLine;
  if (firstUnreadableCell === null) return `the first without is line ${line}`;
  return firstUnreadableCell === ''
    ? `line ${line} has an empty cell`
    : `line ${line} has "${firstUnreadableCell}"`;
}

/** A recording, and where its time zero lies in the file's own count of seconds. */
export interface Assembled {
  readonly recording: RecordingWithMotion;
  readonly zero: number;
}

/**
 * Makes a recording of samples of motion: decides the units on all of them, puts the time in order, leaves out what cannot
 * be used and says so. Takes the rows' arrays over.
 * @throws RecordingRejected
 */
export function assemble(rows: RawRows, layout: Layout, options: DecodeOptions): Assembled {
  if (rows.rows === 0) {
    throw new RecordingRejected(
      'no-usable-samples',
      `No row has a number for the time and each axis of acceleration (${describeUnreadable(rows)}); check the columns with --columns t=NAME,ax=NAME,ay=NAME,az=NAME.`,
    );
  }
  checkLength(rows, rows.rows, Number.POSITIVE_INFINITY);
  const timeUnit = decideTimeUnit(rows.time, rows.offsetMinutes === null ? layout.timeUnit : SECONDS, {
    placeOf: rows.placeOf,
    isSampleTimeFine: layout.isSampleTimeFine,
  });
  const step = typicalStep(rows.time) * timeUnit.factor;
  checkLength(rows, rows.rows, rows.rows * step);

  const keep = new Uint8Array(rows.rows).fill(1);
  const motion = convertChannels(rows, layout, options, 1 / step, keep);
  const spikes = leaveOutSpikes(
    [
      { channels: motion.acceleration, least: SPIKE_G },
      { channels: motion.angularRate ?? [], least: SPIKE_DEGREES_PER_SECOND },
    ],
    rows.time,
    { longest: longestStep(step) / timeUnit.factor, rateHz: 1 / step },
    keep,
  );
  const axis = makeTimeAxis({ ...rows, keep }, timeUnit.factor, step);
  if (axis.nonMonotonicCount * 2 > rows.rows) {
    throw new RecordingRejected(
      'time-not-increasing',
      `In ${axis.nonMonotonicCount} of ${rows.rows} rows the time does not go on from the row before (the first at ${rows.placeOf(axis.firstNonMonotonic)}); sort the rows by time, or name the right column with --columns t=NAME.`,
    );
  }
  const last = keep.lastIndexOf(1);
  const kept = keep.reduce((sum, used) => sum + used, 0);
  checkLength(rows, kept, axis.seconds[last] ?? 0);
  const start = findStart(
    [axis.anchor, last].map((row) => ({
      stamp: rows.time[row]! * timeUnit.factor,
      since: axis.seconds[row]!,
    })),
    timeUnit.inDays ? Number.NaN : rows.offsetMinutes,
  );

  const time = compact(axis.seconds, keep, kept);
  const acceleration = motion.acceleration.map((channel) => compact(channel, keep, kept));
  const angularRate = motion.angularRate?.map((channel) => compact(channel, keep, kept)) ?? null;
  const coverage = measureCoverage(time);
  refuseSlow(coverage.sampleRateHz);
  const saturation = findSaturation(acceleration);
  const nanCount = rows.unreadableCount + motion.leftOut + spikes.count;
  const lost = nanCount + axis.nonMonotonicCount;
  const held = measureHeld([...acceleration, ...(angularRate ?? [])]);
  const recording: RecordingWithMotion = {
    format: layout.format,
    startedAt: options.startedAt ?? start.startedAt,
    durationSeconds: time.at(-1)!,
    motion: {
      time,
      acceleration: toAxes(acceleration),
      angularRate: angularRate && toAxes(angularRate),
      angularRateGuessed: motion.angularRateGuessed,
      gravityIncluded: motion.gravityIncluded,
      sampleRateHz: coverage.sampleRateHz,
      clippedAt: saturation.clippedAt,
    },
    heartRate: null,
    position: null,
    quality: {
      gaps: coverage.gaps,
      saturatedShare: saturation.share,
      nonMonotonicCount: axis.nonMonotonicCount,
      duplicateCount: axis.duplicateCount,
      nanCount,
      usableShare: coverage.usableShare,
      notes: inOrder([
        ...describeLoss(kept, lost),
        ...layout.notes,
        ...(timeUnit.note ? [timeUnit.note] : []),
        ...(start.note && !options.startedAt ? [start.note] : []),
        ...motion.notes,
        ...describeSpikes(spikes, rows),
        ...axis.notes,
        ...describeFindings(coverage, saturation, held, rows),
      ]),
    },
  };
  const zero = rows.time[axis.anchor]! * timeUnit.factor - axis.seconds[axis.anchor]!;
  return { recording, zero };
}
