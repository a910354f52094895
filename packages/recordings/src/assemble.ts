import { type AccelerationScale, decideAcceleration } from './clean/acceleration-unit.ts';
import { decideAngularRate } from './clean/angular-rate-unit.ts';
import { measureCoverage } from './clean/gaps.ts';
import { findGravity, type GravityEvidence } from './clean/gravity.ts';
import { findSaturation } from './clean/saturation.ts';
import { makeTimeAxis } from './clean/time-axis.ts';
import { decideTimeUnit, isEpoch, typicalStep } from './clean/time-unit.ts';
import type { Layout } from './layout.ts';
import type { DecodeOptions } from './options.ts';
import type { Axes, Recording } from './recording.ts';
import { RecordingRejected } from './rejection.ts';
import type { RawRows } from './text/read-table.ts';

const FEWEST_SAMPLES = 16;
const SHORTEST_SECONDS = 1;
/** Beyond these no motion sensor measures; such a value is a fault of writing. */
const MOST_G = 50;
const MOST_DEGREES_PER_SECOND = 5000;
/** Share of rows that may be beyond before the unit, and not the row, is wrong. */
const MOST_BEYOND = 0.01;
const FEW_BEYOND = 10;
/** Share of rows without angular rate above which the gyroscope is left out, not the rows. */
const MOST_WITHOUT_RATE = 0.2;
const IRREGULAR_SHARE = 0.05;
const HELD_SHARE = 0.05;

const percent = (share: number) => `${(share * 100).toPrecision(2)} %`;

/** Multiplies in place. */
function scale(channels: readonly Float32Array[], factor: number): void {
  if (factor === 1) return;
  for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i] = channel[i]! * factor;
}

/** Marks rows with a missing number or one beyond `most`; returns how many. */
function leaveOutBeyond(
  channels: readonly Float32Array[],
  most: number,
  keep: Uint8Array,
): { missing: number; beyond: number; firstBeyond: number } {
  let missing = 0;
  let beyond = 0;
  let firstBeyond = -1;
  for (let row = 0; row < keep.length; row++) {
    if (!keep[row]) continue;
    let bad = 0;
    for (const channel of channels) {
      const value = channel[row]!;
      if (Number.isNaN(value)) bad |= 1;
      else if (value > most || value < -most) bad |= 2;
    }
    if (bad === 0) continue;
    keep[row] = 0;
    if (bad & 1) missing++;
    else if (beyond++ === 0) firstBeyond = row;
  }
  return { missing, beyond, firstBeyond };
}

/** The numbers of the rows in use, in a typed array of their own. */
function compact<Numbers extends Float32Array | Float64Array>(
  values: Numbers,
  keep: Uint8Array,
  kept: number,
): Numbers {
  if (kept === values.length) return values;
  let at = 0;
  for (let row = 0; row < values.length; row++) if (keep[row]) values[at++] = values[row]!;
  return values.slice(0, kept) as Numbers;
}

function toAxes(channels: readonly Float32Array[]): Axes {
  const [x, y, z] = channels as [Float32Array, Float32Array, Float32Array];
  return { x, y, z };
}

/** ISO 8601 with the offset of the file, to the millisecond. */
function toIso(seconds: number, offsetMinutes: number): string {
  const local = new Date(Math.round((seconds + offsetMinutes * 60) * 1000)).toISOString();
  if (offsetMinutes === 0) return local;
  const size = Math.abs(offsetMinutes);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${local.slice(0, -1)}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** Instant of the first sample, from the stamp of a row whose clock was not moved. */
function findStart(
  rows: RawRows,
  anchorStamp: number,
  factor: number,
  sinceStart: number,
  notes: string[],
): string | null {
  const seconds = anchorStamp * factor - sinceStart;
  if (rows.offsetMinutes === null) return isEpoch(seconds) ? toIso(seconds, 0) : null;
  if (Number.isNaN(rows.offsetMinutes)) {
    notes.push(
      'The time stamps have no offset from UTC, so the moment the recording began is unknown; give it with --started-at.',
    );
    return null;
  }
  return toIso(seconds, rows.offsetMinutes);
}

function heldShare(channels: readonly Float32Array[]): number {
  const n = channels[0]!.length;
  let held = 0;
  for (let i = 1; i < n; i++) if (channels.every((channel) => channel[i] === channel[i - 1])) held++;
  return held / (n - 1);
}

function rejectTooShort(rows: RawRows, kept: number, seconds: number): never {
  throw new RecordingRejected(
    'too-short',
    `Only ${kept} usable samples${seconds > 0 ? ` over ${seconds.toFixed(2)} s` : ''} (lines ${rows.lineOf(0)} to ${rows.lineOf(rows.rows - 1)}); at least ${FEWEST_SAMPLES} samples and ${SHORTEST_SECONDS} s are needed: check that the recording was saved completely.`,
  );
}

function decideScale(
  layout: Layout,
  evidence: GravityEvidence,
  notes: string[],
): AccelerationScale & { opposite: boolean } {
  if (layout.judge && layout.accelerationUnit?.by !== 'caller') {
    const judgement = layout.judge(evidence);
    notes.push(...judgement.notes);
    const stated = { unit: judgement.accelerationUnit, by: 'format' } as const;
    return { ...decideAcceleration(evidence, stated, judgement.linear), opposite: judgement.oppositeSign };
  }
  const scale = decideAcceleration(evidence, layout.accelerationUnit, layout.linear);
  const opposite = layout.coreMotion && scale.factor === 1;
  if (opposite) {
    notes.push(
      "The names and the unit g are those of Apple's Core Motion, whose sign is the opposite; the acceleration was turned round.",
    );
  }
  return { ...scale, opposite };
}

/**
 * Makes a recording of a table's rows: decides the units on all of them, puts the time in order, leaves out what cannot
 * be used and says so. Takes the rows' arrays over.
 * @throws RecordingRejected
 */
export function assemble(rows: RawRows, layout: Layout, options: DecodeOptions): Recording {
  if (rows.rows === 0) {
    throw new RecordingRejected(
      'no-usable-samples',
      `No row has a number for the time and each axis of acceleration (the first without is line ${rows.firstUnreadableLine || rows.truncatedLine}); check the columns with --columns t=NAME,ax=NAME,ay=NAME,az=NAME.`,
    );
  }
  if (rows.rows < FEWEST_SAMPLES) rejectTooShort(rows, rows.rows, 0);
  const notes = [...layout.notes];
  const keep = new Uint8Array(rows.rows).fill(1);

  const timeUnit = decideTimeUnit(
    rows.time,
    rows.offsetMinutes === null ? layout.timeUnit : { unit: 's', by: 'format' },
  );
  if (timeUnit.note) notes.push(timeUnit.note);
  const step = typicalStep(rows.time) * timeUnit.factor;
  if (rows.rows * step < SHORTEST_SECONDS) rejectTooShort(rows, rows.rows, rows.rows * step);

  const acceleration = rows.channels.slice(0, 3);
  const evidence = findGravity(acceleration, 1 / step);
  const accelerationScale = decideScale(layout, evidence, notes);
  notes.push(...accelerationScale.notes);
  const invert = options.invert ?? accelerationScale.opposite;
  scale(acceleration, invert ? -accelerationScale.factor : accelerationScale.factor);
  const spikes = leaveOutBeyond(acceleration, MOST_G, keep);
  if (spikes.beyond > Math.max(FEW_BEYOND, rows.rows * MOST_BEYOND)) {
    throw new RecordingRejected(
      'implausible-values',
      `${spikes.beyond} of ${rows.rows} rows have more than ${MOST_G} g (the first at line ${rows.lineOf(spikes.firstBeyond)}), beyond any motion sensor; check the unit (--units acc=...) and the columns (--columns).`,
    );
  }
  let leftOut = spikes.beyond;

  let angularRate: readonly Float32Array[] | null = null;
  if (rows.channels.length === 6) {
    angularRate = rows.channels.slice(3);
    const without = angularRate[0]!.reduce(
      (count, _, row) => count + (angularRate!.some((channel) => Number.isNaN(channel[row]!)) ? 1 : 0),
      0,
    );
    if (without > rows.rows * MOST_WITHOUT_RATE) {
      notes.push(
        `${percent(without / rows.rows)} of the rows have no angular rate, so the gyroscope was left out.`,
      );
      angularRate = null;
    } else {
      const moving = (evidence.p99 - evidence.magnitude) * accelerationScale.factor > 0.15;
      const rateScale = decideAngularRate(angularRate, layout.angularRateUnit, moving);
      notes.push(...rateScale.notes);
      scale(angularRate, rateScale.factor);
      const beyond = leaveOutBeyond(angularRate, MOST_DEGREES_PER_SECOND, keep);
      if (beyond.beyond > Math.max(FEW_BEYOND, rows.rows * MOST_BEYOND)) {
        throw new RecordingRejected(
          'implausible-values',
          `${beyond.beyond} of ${rows.rows} rows turn at more than ${MOST_DEGREES_PER_SECOND} deg/s (the first at line ${rows.lineOf(beyond.firstBeyond)}), beyond any gyroscope; check the unit (--units gyro=...).`,
        );
      }
      leftOut += beyond.beyond + beyond.missing;
    }
  }
  if (leftOut > 0) {
    notes.push(
      `${leftOut} rows left out for an empty angular rate or a value beyond what a motion sensor measures.`,
    );
  }

  const axis = makeTimeAxis(
    { time: rows.time, channels: rows.channels, keep, lineOf: rows.lineOf },
    timeUnit.factor,
    step,
  );
  notes.push(...axis.notes);
  const last = keep.lastIndexOf(1);
  const kept = keep.reduce((sum, used) => sum + used, 0);
  const duration = kept < 2 ? 0 : axis.seconds[last]!;
  if (axis.nonMonotonicCount * 2 > rows.rows) {
    throw new RecordingRejected(
      'time-not-increasing',
      `In ${axis.nonMonotonicCount} of ${rows.rows} rows the time does not go on from the row before; name the right column with --columns t=NAME.`,
    );
  }
  if (kept < FEWEST_SAMPLES || duration < SHORTEST_SECONDS) rejectTooShort(rows, kept, duration);

  const startedAt =
    options.startedAt ??
    findStart(rows, rows.time[axis.anchor]!, timeUnit.factor, axis.seconds[axis.anchor]!, notes);
  const time = compact(axis.seconds, keep, kept);
  const accelerationAxes = acceleration.map((channel) => compact(channel, keep, kept));
  const rateAxes = angularRate?.map((channel) => compact(channel, keep, kept)) ?? null;

  const coverage = measureCoverage(time);
  const saturation = findSaturation(accelerationAxes);
  if (coverage.irregularShare > IRREGULAR_SHARE) {
    notes.push(
      `The time stamps are irregular: ${percent(coverage.irregularShare)} of the steps differ by more than half from the typical one; the stamps are used, not the nominal rate.`,
    );
  }
  if (coverage.gaps.length > 0) {
    const longest = Math.max(...coverage.gaps.map((gap) => gap.to - gap.from));
    notes.push(
      `${coverage.gaps.length} ${coverage.gaps.length === 1 ? 'gap' : 'gaps'} without samples, the longest of ${longest.toFixed(2)} s.`,
    );
  }
  if (saturation.clippedAt !== null) {
    notes.push(
      `The accelerometer's range ends at ${saturation.clippedAt.toFixed(2)} g: ${percent(saturation.share)} of the samples are cut off there.`,
    );
  }
  const held = heldShare(rateAxes ? [...accelerationAxes, ...rateAxes] : accelerationAxes);
  if (held > HELD_SHARE) {
    notes.push(
      `${percent(held)} of the samples repeat the values before at a new time: the sensor is slower than the file.`,
    );
  }
  if (rows.unreadableCount > 0) {
    notes.push(
      `${rows.unreadableCount} ${rows.unreadableCount === 1 ? 'row' : 'rows'} with a missing or non-numeric value (the first at line ${rows.firstUnreadableLine}) left out.`,
    );
  }
  if (rows.truncatedLine > 0) {
    notes.push(`The last line (${rows.truncatedLine}) breaks off in the middle and was left out.`);
  }
  return {
    format: layout.format,
    startedAt,
    time,
    acceleration: toAxes(accelerationAxes),
    angularRate: rateAxes ? toAxes(rateAxes) : null,
    gravityIncluded: accelerationScale.gravityIncluded,
    sampleRateHz: coverage.sampleRateHz,
    clippedAt: saturation.clippedAt,
    quality: {
      gaps: coverage.gaps,
      saturatedShare: saturation.share,
      nonMonotonicCount: axis.nonMonotonicCount,
      duplicateCount: axis.duplicateCount,
      nanCount: rows.unreadableCount + leftOut,
      usableShare: coverage.usableShare,
      notes,
    },
  };
}
