import type { Layout } from '../layout.ts';
import { type Note, routine, urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import { RecordingRejected } from '../rejection.ts';
import type { RawRows } from '../text/read-table.ts';
import { type AccelerationScale, decideAcceleration } from './acceleration-unit.ts';
import { decideAngularRate } from './angular-rate-unit.ts';
import { findGravity, type GravityEvidence } from './gravity.ts';
import { type LeftOut, leaveOutBeyond } from './leave-out.ts';
import { restsAwayFromZero } from './resting-vector.ts';

/** Beyond these no motion sensor measures; such a value is a fault of writing. */
const MOST_G = 50;
const MOST_DEGREES_PER_SECOND = 5000;
/** Rows that may be beyond before the unit, and not the row, is wrong: a share, or a few of a short file. */
const MOST_BEYOND = 0.01;
const FEW_BEYOND = 10;
/** Share of rows without angular rate above which the gyroscope is left out, not the rows. */
const MOST_WITHOUT_RATE = 0.2;
/** 99th percentile of the length in g that no horse reaches; Core Motion's names with more are not in its unit, g. */
const MOST_G_OF_A_HORSE = 5;
/** Reach of the acceleration beyond gravity, in g, from which the sensor was moving. */
const MOVING_G = 0.15;

/** The channels in g and deg/s. */
export interface Motion {
  readonly acceleration: readonly Float32Array[];
  readonly angularRate: readonly Float32Array[] | null;
  readonly angularRateGuessed: boolean;
  readonly gravityIncluded: boolean;
  /** Rows left out for a missing angular rate or a value beyond what a sensor measures. */
  readonly leftOut: number;
  readonly notes: readonly Note[];
}

/** Multiplies in place. */
function scale(channels: readonly Float32Array[], factor: number): void {
  if (factor === 1) return;
  for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i] = channel[i]! * factor;
}

function checkBeyond(rows: RawRows, { beyond, firstBeyond }: LeftOut, what: string, help: string): void {
  if (beyond <= Math.max(FEW_BEYOND, rows.rows * MOST_BEYOND)) return;
  throw new RecordingRejected(
    'implausible-values',
    `${beyond} of ${rows.rows} rows ${what} (the first at ${rows.placeOf(firstBeyond)}); ${help}.`,
  );
}

function decideScale(layout: Layout, evidence: GravityEvidence, notes: Note[]): AccelerationScale {
  if (!layout.judge || layout.accelerationUnit?.by === 'caller') {
    const isApple = layout.coreMotion && !layout.accelerationUnit && evidence.p99 <= MOST_G_OF_A_HORSE;
    const unit = isApple ? ({ unit: 'g', by: 'format' } as const) : layout.accelerationUnit;
    return decideAcceleration(evidence, unit, {
      linear: layout.linear,
      unknownUnit: layout.unknownAccelerationUnit,
    });
  }
  const { accelerationUnit, linear, notes: judged } = layout.judge(evidence);
  notes.push(...judged);
  return decideAcceleration(
    evidence,
    { unit: accelerationUnit, by: 'format' },
    { linear, unknownUnit: null },
  );
}

function withoutRate(channels: readonly Float32Array[]): number {
  const [x, y, z] = channels as [Float32Array, Float32Array, Float32Array];
  let count = 0;
  for (let i = 0; i < x.length; i++) if (Number.isNaN(x[i]! + y[i]! + z[i]!)) count++;
  return count / x.length;
}

/**
 * Turns the rows' channels into g and deg/s, in place, and marks rows that no sensor can have measured as left out.
 * `rateHz` need only be roughly right.
 * @throws RecordingRejected `unknown-unit` or `implausible-values`
 */
export function convertChannels(
  rows: RawRows,
  layout: Layout,
  options: DecodeOptions,
  rateHz: number,
  keep: Uint8Array,
): Motion {
  const notes: Note[] = [];
  const acceleration = rows.channels.slice(0, 3);
  const evidence = findGravity(acceleration, rateHz);
  if (!Number.isFinite(evidence.magnitude) || !Number.isFinite(evidence.p99)) {
    const first = acceleration[0]!.findIndex(
      (_, row) => !acceleration.every((axis) => Number.isFinite(axis[row])),
    );
    throw new RecordingRejected(
      'implausible-values',
      `The acceleration has numbers beyond 1e38, which no sensor writes (the first at ${rows.placeOf(first)}); check the columns (--columns) and export the file again.`,
    );
  }
  const { factor, gravityIncluded, inCounts, notes: scaleNotes } = decideScale(layout, evidence, notes);
  notes.push(...scaleNotes);
  const isApple = layout.coreMotion && factor === 1;
  if (isApple) {
    notes.push(
      "Acceleration in g under these names is that of Apple's Core Motion (an iPhone or a watch), whose sign is the opposite; it was turned round.",
    );
  }
  scale(acceleration, options.invert || isApple ? -factor : factor);
  const spikes = leaveOutBeyond(acceleration, MOST_G, keep);
  checkBeyond(
    rows,
    spikes,
    `have more than ${MOST_G} g, beyond any motion sensor`,
    'check the unit (--units acc=...) and the columns (--columns)',
  );
  let leftOut = spikes.beyond;
  let angularRate: readonly Float32Array[] | null =
    rows.channels.length === 6 ? rows.channels.slice(3) : null;
  const silent = angularRate ? withoutRate(angularRate) : 0;
  if (silent > MOST_WITHOUT_RATE) {
    notes.push(
      urgent(
        `${Math.round(silent * 100)} % of the rows have no angular rate, so the gyroscope was left out.`,
      ),
    );
    angularRate = null;
  }
  if (angularRate && layout.angularRateByPosition) {
    const [first, , last] = layout.angularRate!;
    const columns = `Columns ${first + 1} to ${last + 1}`;
    if (layout.angularRateUnit?.by !== 'caller' && restsAwayFromZero(angularRate)) {
      notes.push(
        urgent(
          `${columns} stay about a value that is not zero, as no angular rate of a trunk does, and were left out; if they are angular rate, say so with --columns.`,
        ),
      );
      angularRate = null;
    } else notes.push(routine(`${columns} were taken as angular rate, for the file has no header.`));
  }
  let angularRateGuessed = false;
  if (angularRate) {
    const moving = (evidence.p99 - evidence.magnitude) * factor > MOVING_G;
    const rate = decideAngularRate(angularRate, layout.angularRateUnit, { moving, inCounts });
    notes.push(...rate.notes);
    angularRateGuessed = rate.guessed;
    scale(angularRate, rate.factor);
    const unusable = leaveOutBeyond(angularRate, MOST_DEGREES_PER_SECOND, keep);
    checkBeyond(
      rows,
      unusable,
      `turn at more than ${MOST_DEGREES_PER_SECOND} deg/s, beyond any gyroscope`,
      'check the unit (--units gyro=...)',
    );
    leftOut += unusable.beyond + unusable.missing;
  }
  if (leftOut > 0) {
    notes.push(
      `${leftOut} ${leftOut === 1 ? 'row' : 'rows'} left out for an empty angular rate or a value beyond what a motion sensor measures.`,
    );
  }
  return { acceleration, angularRate, angularRateGuessed, gravityIncluded, leftOut, notes };
}
